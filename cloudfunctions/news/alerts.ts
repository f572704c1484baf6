import type { AlertDocument } from '../shared/contract/matching-documents';
import type { newsCalls } from '../shared/contract/news-calls';
import { publicPlaceOf } from '../shared/domain/public-place';
import { alertsOf } from '../shared/adapters/match-store';
import { writeFor } from '../shared/adapters/write-for';
import { authorOf, type Member } from '../shared/kernel/actor';
import { campaign } from '../shared/kernel/campaign';
import { keyedId } from '../shared/kernel/keyed-hash';
import type { MemberUseCase, OwnerUseCase, Output } from '../shared/kernel/procedure';

const dayMs = 86_400_000;

/** Sets an alert. Of the place only its cell is kept, with the cell's district, and the answer says nothing of anybody else. */
export const setAlert: MemberUseCase<typeof newsCalls.setAlert> = async (
  { board, items, place: picked },
  member,
  { nowMs, refuse },
) => {
  const place = publicPlaceOf(picked);
  if ('fault' in place) throw refuse('region-unknown', place.fault);
  const unlisted = items.findIndex((code) => !campaign.catalogue.some((item) => item.code === code));
  if (unlisted !== -1) throw refuse('item-not-listed', { field: `items.${unlisted}` });
  const [lng, lat] = place.publicPoint;
  const itemCodes = [...new Set(items)].sort();
  const alert: AlertDocument = {
    _id: keyedId('alert', member.personId, board, itemCodes.join(), `${lng},${lat}`),
    ownerId: member.personId,
    board,
    itemCodes,
    publicPoint: { type: 'Point', coordinates: [lng, lat] },
    regionLabel: place.region.label,
    untilMs: nowMs + campaign.limits.matching.alertDays * dayMs,
  };
  const others = async () => (await alertsOf(member.personId, nowMs)).filter(({ _id }) => _id !== alert._id);
  const most = campaign.limits.matching.alertsPerPerson;
  if ((await others()).length >= most) throw refuse('too-many-alerts');
  await writeFor(authorOf(member, nowMs), ({ write }) => write('alerts', alert));
  // A transaction cannot count, so each of two simultaneous calls counts again and takes its own alert back.
  const alerts = await others();
  if (alerts.length >= most) {
    await takeBack(alert, member, nowMs);
    throw refuse('too-many-alerts');
  }
  return { alerts: [alert, ...alerts].map(alertView), nowMs };
};

const takeBack = ({ _id }: Pick<AlertDocument, '_id'>, member: Member, nowMs: number): Promise<void> =>
  writeFor(authorOf(member, nowMs), async ({ read, remove }) => {
    if (await read('alerts', _id)) await remove('alerts', _id);
  });

export const listAlerts: MemberUseCase<typeof newsCalls.alerts> = async (
  _input,
  { personId },
  { nowMs },
) => ({
  alerts: (await alertsOf(personId, nowMs)).map(alertView),
  nowMs,
});

/** Ends an alert. Ending twice is once. */
export const endAlert: OwnerUseCase<typeof newsCalls.endAlert, AlertDocument> = async (
  { id },
  _alert,
  { personId, ...member },
  { nowMs },
) => {
  await takeBack({ _id: id }, { personId, ...member }, nowMs);
  return { alerts: (await alertsOf(personId, nowMs)).map(alertView), nowMs };
};

const alertView = ({
  _id: id,
  board,
  itemCodes,
  regionLabel: region,
  untilMs,
}: AlertDocument): Output<typeof newsCalls.alerts>['alerts'][number] => ({
  id,
  board,
  items: itemCodes,
  region,
  untilMs,
});
