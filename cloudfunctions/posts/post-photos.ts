import type { PostDocument } from '../shared/contract/documents';
import type { OpenedPost } from '../shared/contract/post';
import type { ShownPhoto } from '../shared/contract/photo';
import { photoUrls } from '../shared/adapters/pictures';
import { noteCopies, takePictures, writeCopies, type TakenPicture } from '../shared/adapters/taken-pictures';
import { writeFor } from '../shared/adapters/write-for';
import { authorOf, type Member } from '../shared/kernel/actor';
import { randomId } from '../shared/kernel/random-id';
import type { Refuse } from '../shared/kernel/refuse';

/** Copies uploaded photos without what they say besides the picture. The copies become a post's when it is published. */
export async function takePhotos(
  fileIds: readonly string[],
  member: Member,
  { nowMs, refuse }: { nowMs: number; refuse: Refuse<'picture-unreadable'> },
): Promise<TakenPicture[]> {
  if (fileIds.length === 0) return [];
  const taken = await takePictures(fileIds, member.openid, { nowMs, newId: randomId });
  if (!taken) throw refuse('picture-unreadable', { field: 'photoFileIds' });
  await writeFor(authorOf(member, nowMs), (writing) => noteCopies(writing, taken, nowMs));
  await writeCopies(taken);
  return taken;
}

/** Adds to a post that a member opened the photos that this member may see: an owner all, others those that WeChat has checked. */
export async function withPhotos(opened: OpenedPost, { photos }: PostDocument): Promise<OpenedPost> {
  const seen = opened.mine ? photos : photos.filter(({ state }) => state === 'shown');
  if (seen.length === 0) return opened;
  const urls = await photoUrls(seen.filter(({ state }) => state !== 'refused').map(({ id }) => id));
  const shown = seen.flatMap(({ id, state }): ShownPhoto[] => {
    if (state === 'refused') return [{ url: '', state }];
    const url = urls.get(id);
    // An address that is missing belongs to a picture that is being deleted.
    return url === undefined ? [] : [{ url, state: state === 'shown' ? 'shown' : 'waiting' }];
  });
  return { ...opened, photos: shown };
}
