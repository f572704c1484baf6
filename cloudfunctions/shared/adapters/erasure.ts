import { GrantDocument, PostDocument } from '../contract/documents';
import { command, database } from './database';
import { accepted, documents } from './stored';

const atOnce = 1000;

/** Grants in which a person is the viewer or the poster. */
export async function grantsTouching(personId: string): Promise<GrantDocument[]> {
  const answer = await database
    .collection('grants')
    .where(command.or([{ viewerId: personId }, { posterId: personId }]))
    .limit(atOnce)
    .get();
  return documents(GrantDocument, answer);
}

/** Removes a person's posts and who was let in to them; may be repeated. */
export async function removePostsOf(ownerId: string): Promise<void> {
  const answer = await database.collection('posts').where({ ownerId }).limit(atOnce).get();
  const ids = documents(PostDocument, answer).map((post) => post._id);
  if (ids.length === 0) return;
  accepted(
    await database
      .collection('admissions')
      .where({ _id: command.in(ids) })
      .remove(),
  );
  accepted(
    await database
      .collection('posts')
      .where({ _id: command.in(ids) })
      .remove(),
  );
}
