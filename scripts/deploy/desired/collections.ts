import type { CollectionSpec, IndexSpec } from 'sqlite-document-database';

/**
 * Every collection and index of an environment. Clients never open the database themselves, so all are ADMINONLY.
 * An index is its fields in order; a word after a field says its direction: `down` or `2dsphere`, ascending without one.
 */
export const collections: CollectionSpec[] = [
  collection('posts', {
    board_point: 'board, status, searchPoint 2dsphere',
    board_item_point: 'board, status, itemCodes, searchPoint 2dsphere',
    board_city_point: 'board, status, cityCode, searchPoint 2dsphere',
    board_province_point: 'board, status, provinceCode, searchPoint 2dsphere',
    board_city_time: 'board, status, cityCode, timeRank down, _id',
    board_province_time: 'board, status, provinceCode, timeRank down, _id',
    board_time: 'board, status, timeRank down, _id',
    board_item_time: 'board, status, itemCodes, timeRank down, _id',
    board_group_point: 'board, status, groups, searchPoint 2dsphere',
    board_group_time: 'board, status, groups, timeRank down, _id',
    board_district_point: 'board, status, districtCode, searchPoint 2dsphere',
    board_district_time: 'board, status, districtCode, timeRank down, _id',
    board_city_item_point: 'board, status, cityCode, itemCodes, searchPoint 2dsphere',
    board_city_item_time: 'board, status, cityCode, itemCodes, timeRank down, _id',
    board_province_item_point: 'board, status, provinceCode, itemCodes, searchPoint 2dsphere',
    board_province_item_time: 'board, status, provinceCode, itemCodes, timeRank down, _id',
    board_city_group_time: 'board, status, cityCode, groups, timeRank down, _id',
    board_province_group_time: 'board, status, provinceCode, groups, timeRank down, _id',
    owner_time: 'ownerId, publishedAtMs down',
    status_expiry: 'status, expiresAtMs',
    status_question: 'status, questionDueAtMs',
    closed: 'closedAtMs',
    status_published: 'status, publishedAtMs',
  }),
  collection('members', {
    person: 'personId',
    role: 'role',
    check: 'checkAtMs',
    erased: 'isErasing, erasedAtMs',
  }),
  collection('persons', { erased: 'isErasing, erasedAtMs' }),
  collection('phones'),
  collection('campaignChanges'),
  collection('pictures', {
    due: 'dueAtMs',
    account: 'account',
    check_due: 'check.dueAtMs',
    check_trace: 'check.traceId',
    check_post: 'check.postId',
  }),
  collection('grants', {
    viewer_time: 'viewerId, askedAtMs down',
    poster_time: 'posterId, askedAtMs down',
    state_id: 'state, _id',
    state_lease: 'state, leaseUntilMs',
    state_expiry: 'state, expiresAtMs',
    number_state: 'binding.number, state',
    post_state: 'postId, state',
    question_due: 'questionDueAtMs',
    viewer_poster_state: 'viewerId, posterId, state',
  }),
  collection('admissions'),
  collection('comparisons'),
  collection('numbers'),
  collection('attempts', { day: 'day' }),
  collection('places'),
  collection('links'),
  collection('documentChecks', {
    state_round_time: 'state, round, submittedAtMs',
    person: 'personId',
    account: 'account',
    second_until: 'secondUntilMs',
  }),
  collection('news', {
    recipient_time: 'recipient, atMs down',
    recipient_read: 'recipient, readAtMs',
    grant: 'grantId',
    post: 'postId',
    time: 'atMs',
    sending_time: 'sending, atMs',
  }),
  collection('subscriptions'),
  collection('alerts', {
    board_item_point: 'board, itemCodes, publicPoint 2dsphere',
    owner_until: 'ownerId, untilMs down',
    until: 'untilMs',
  }),
  collection('rounds', { next: 'nextAtMs', started: 'startedAtMs' }),
  collection('cursors'),
  collection('spending', { until: 'untilMs' }),
  collection('counts', { kind_time: 'kind, atMs' }),
  collection('openings', { until: 'untilMs' }),
  collection('turns', { until: 'untilMs' }),
  collection('records'),
  collection('reports', {
    reporter_time: 'reporterId, atMs down',
    post: 'postId',
    viewer: 'viewerReviewId',
    state: 'state',
  }),
  collection('sketches', { time: 'atMs' }),
  collection('tallies', { time: 'atMs' }),
  collection('feedback', { author_time: 'author, atMs down', state_time: 'state, atMs', time: 'atMs' }),
  collection('missingNames', { count: 'count down', time: 'atMs' }),
  collection('volunteers'),
  collection('invitations'),
  collection('applications', { state_time: 'state, appliedAtMs', person: 'personId' }),
  collection('auditEntries', { batch_time: 'batch, atMs', action_time: 'action, atMs' }),
  collection('auditBatches', { batch: 'batch' }),
  collection('auditHeads'),
  collection('auditPeople', { actor: 'actorId', subject: 'subjectId' }),
  collection('closings'),
  collection('blocks', { settled: 'settledAtMs' }),
  collection('reviews', {
    state_lane_since: 'state, lane, sinceMs',
    state_due: 'state, dueAtMs',
    owner: 'ownerId',
  }),
];

function collection(collectionName: string, indexes: Record<string, string> = {}): CollectionSpec {
  return {
    collectionName,
    aclTag: 'ADMINONLY',
    indexes: Object.entries(indexes).map(([indexName, fields]) => ({
      indexName,
      unique: false,
      keys: fields.split(', ').map(key),
    })),
  };
}

function key(text: string): IndexSpec['keys'][number] {
  const [name = '', word = ''] = text.split(' ');
  if (word === '') return { name, direction: '1' };
  if (word === 'down') return { name, direction: '-1' };
  if (word === '2dsphere') return { name, direction: '2dsphere' };
  throw new Error(`an index key has no direction ${word}: ${text}`);
}
