import type { Database } from '../../src/index';
import type { Giver } from './giving';

/**
 * `where({_id, status, portions.left > 0}).update({portions.left: inc(-1)})`, as the gateway passes it to the database.
 */
export const databaseGiver = (database: Database): Giver => ({
  name: 'database',
  async give(id) {
    const answer = await database.handle('database.modifyDocument', {
      collectionName: 'posts',
      queryType: 'WHERE',
      multi: true,
      merge: true,
      upsert: false,
      query: `{"_id":"${id}","status":"published","portions.left":{"$gt":{"$numberInt":"0"}}}`,
      data: '{"$inc":{"portions.left":{"$numberInt":"-1"}}}',
    });
    return (answer as { data: { updated: number } }).data.updated === 1;
  },
});
