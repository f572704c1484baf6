import { regionLabel } from '@facts/regions/region-label';
import { regionAt } from '@facts/regions/region-tree';
import type { shareCalls } from '../shared/contract/share-calls';
import { checkText } from '../shared/adapters/content-check';
import { keepPlace, placeOf } from '../shared/adapters/place-store';
import { distanceMeters } from '@facts/distance';
import { placeName } from '../shared/domain/place-name';
import { publicPointOf } from '../shared/domain/public-point';
import { keyedHash } from '../shared/kernel/keyed-hash';
import { logCall } from '../shared/kernel/log';
import type { Invocation, MemberUseCase } from '../shared/kernel/procedure';
import { codedPlace } from './coded-place';

/** No district reaches farther than this from its centre. */
const farthestMeters = 600_000;

/**
 * Names a place. Its id follows from name and cell, not from the person, so nothing that is kept reveals its author.
 */
export const namePlace: MemberUseCase<typeof shareCalls.namePlace> = async (
  { kind, name: text, place: { point, adcode } },
  { openid },
  { requestId, nowMs, refuse },
) => {
  const named = placeName(text);
  if ('fault' in named) throw refuse('place-name-refused', { field: 'name', message: named.fault });
  const region = regionAt(adcode);
  if (region?.level !== 'district' || distanceMeters(point, [...region.centre]) > farthestMeters)
    throw refuse('region-unknown', { field: 'place.adcode' });
  const [lng, lat] = publicPointOf(point);
  const place = {
    _id: keyedHash('place', kind, named.name, adcode, String(lng), String(lat))
      .toString('base64url')
      .slice(0, 16),
    kind,
    name: named.name,
    adcode,
    regionLabel: regionLabel(adcode),
    publicPoint: { type: 'Point' as const, coordinates: [lng, lat] as [number, number] },
    namedAtMs: nowMs,
  };
  // Anybody who scans the code reads the name, so that WeChat must have let it pass.
  if (!(await placeOf(place._id))) {
    await check(named.name, openid, { requestId, refuse });
    await keepPlace(place);
  }
  return codedPlace(place);
};

/** A name that WeChat doubts is refused, too: it is short, and another one is found at once. */
async function check(
  name: string,
  openid: string,
  { requestId, refuse }: Pick<Invocation<typeof shareCalls.namePlace>, 'requestId' | 'refuse'>,
): Promise<void> {
  const answer = await checkText(name, openid);
  if (answer.kind === 'pass') return;
  if (answer.kind !== 'unavailable')
    throw refuse('place-name-refused', {
      field: 'name',
      message: '这个名字没有通过微信的内容检查，换个名字再试。',
    });
  logCall.provider(requestId, 'security.msgSecCheck', String(answer.code));
  throw refuse('busy', { message: '微信的内容检查暂时没有回答，请过几分钟再试。' });
}
