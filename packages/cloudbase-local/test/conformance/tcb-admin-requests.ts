export type Json = Record<string, unknown>;

/** Requests in the form and order of `tcb-admin-node` 1.23.0, and the answers that it understands. */
export const recorded: [what: string, body: Json, answer: Json][] = [
  [
    'add',
    {
      action: 'database.addDocument',
      data: {
        _id: 'a',
        n: 1,
        text: '布洛芬',
        when: { $date: 1670000000000 },
        at: { $date: { offset: 1000 } },
        place: { type: 'Point', coordinates: [113, 23] },
      },
    },
    { data: { _id: 'a' } },
  ],
  [
    'set',
    {
      action: 'database.updateDocument',
      queryType: 'DOC',
      query: { _id: 'b' },
      data: { n: 2 },
      multi: false,
      merge: false,
      upsert: true,
    },
    { data: { updated: 0, upsert_id: 'b', upserted_id: 'b' } },
  ],
  [
    'where, orderBy, limit, field, get',
    {
      action: 'database.queryDocument',
      queryType: 'WHERE',
      query: { when: { $lt: { $date: 1680000000000 } }, text: { $regex: '布', $options: 'i' } },
      order: [{ field: 'n', direction: 'desc' }],
      limit: 5,
      projection: { n: 1, when: 1, place: 1 },
    },
    {
      data: {
        list: [
          {
            _id: 'a',
            n: 1,
            when: { $date: 1670000000000 },
            place: { type: 'Point', coordinates: [113, 23] },
          },
        ],
        limit: 5,
        offset: 0,
        total: 1,
      },
    },
  ],
  [
    'doc, get',
    {
      action: 'database.queryDocument',
      queryType: 'DOC',
      query: { _id: 'b' },
      multi: false,
      projection: {},
    },
    { data: { list: [{ _id: 'b', n: 2 }], limit: 100, offset: 0, total: 1 } },
  ],
  [
    'update by id',
    {
      action: 'database.updateDocument',
      queryType: 'DOC',
      query: { _id: 'a' },
      data: { $inc: { n: 10 }, $set: { at: { $date: { offset: 0 } } }, $push: { tags: { $each: ['x'] } } },
      multi: false,
      merge: true,
      upsert: false,
    },
    { data: { updated: 1, upsert_id: null, upserted_id: null } },
  ],
  [
    'update of all that match',
    {
      action: 'database.updateDocument',
      queryType: 'WHERE',
      query: { n: { $gt: 0 } },
      data: { $set: { seen: true } },
      multi: true,
      merge: true,
      upsert: false,
    },
    { data: { updated: 2, upsert_id: null, upserted_id: null } },
  ],
  [
    'count',
    {
      action: 'database.countDocument',
      queryType: 'WHERE',
      query: { $and: [{ n: { $gt: 0 } }, { n: { $lt: 5 } }] },
    },
    { data: { total: 1 } },
  ],
  [
    'aggregate',
    {
      action: 'database.aggregate',
      stages: [
        { stageKey: '$match', stageValue: '{"n":{"$gt":0},"at":{"$lte":{"$date":{"offset":60000}}}}' },
        { stageKey: '$group', stageValue: '{"_id":null,"k":{"$sum":"$n"}}' },
      ],
    },
    { data: { list: '["{\\"_id\\":null,\\"k\\":{\\"$numberInt\\":\\"11\\"}}"]' } },
  ],
  [
    'remove',
    { action: 'database.deleteDocument', queryType: 'DOC', query: { _id: 'b' }, multi: false },
    { data: { deleted: 1 } },
  ],
];

/** Requests that tcb-admin-node sends within a transaction. It starts a transaction as current SDKs do. */
export const inTransaction: [what: string, body: Json, answer: Json][] = [
  [
    'get',
    { action: 'database.getInTransaction', query: { _id: { $eq: 'a' } } },
    { data: expect.stringContaining('"n":{"$numberInt":"11"}') },
  ],
  [
    'update',
    {
      action: 'database.updateDocInTransaction',
      query: { _id: { $eq: 'a' } },
      data: '{"$inc":{"n":{"$numberInt":"1"}},"$set":{"when":{"$date":{"$numberInt":"7"}},"at":{"$date":{"offset":{"$numberInt":"0"}}}}}',
    },
    { updated: '1' },
  ],
  [
    'set of a new one',
    {
      action: 'database.updateDocInTransaction',
      query: { _id: { $eq: 't' } },
      data: '{"made":"in"}',
      upsert: true,
    },
    { updated: '0', upserted: '[{"_id":"t"}]' },
  ],
  [
    'set of an existing one',
    {
      action: 'database.updateDocInTransaction',
      query: { _id: { $eq: 't' } },
      data: '{"made":"again"}',
      upsert: true,
    },
    { updated: '1' },
  ],
  [
    'add',
    { action: 'database.insertDocInTransaction', data: '{"_id":"u","n":{"$numberInt":"9"}}', _id: 'u' },
    { inserted: '1', ok: '1', _id: 'u' },
  ],
  ['remove', { action: 'database.deleteDocInTransaction', query: { _id: { $eq: 'u' } } }, { deleted: '1' }],
  [
    'get of a missing document',
    { action: 'database.getInTransaction', query: { _id: { $eq: 'u' } } },
    { data: 'null' },
  ],
  [
    'get, as the first versions asked',
    { action: 'database.getInTransaction', _id: 't' },
    { data: '{"_id":"t","made":"again"}' },
  ],
];
