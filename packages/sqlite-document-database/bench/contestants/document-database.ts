import { type CollectionSpec, type Database, openDatabase } from '../../src/index';
import { nowMs, rareGroupName } from '../fixtures/posts';
import { pageSize, type NearbyQuery } from '../queries/query-kinds';
import { prepared, type NearbyContestant } from './contestant';

/** Opens the local cloud's document database on a folder. */
export const openDocuments = (dir: string, collections: CollectionSpec[]): Promise<Database> =>
  openDatabase({ dir, collections, now: () => nowMs });

interface Located {
  _id: string;
  meters: { $numberDouble: string };
}

/** The database, through the call that the gateway makes for each request of an SDK. */
export const documentDatabase = (database: Database): NearbyContestant => ({
  name: 'database',
  toleranceMeters: 0.01,
  prepare(query) {
    const body = { collectionName: 'posts', stages: stagesOf(query) };
    return prepared<Record<string, unknown>>({
      ask: () => database.handle('database.aggregateDocuments', body),
      read: (answer) =>
        (answer.data as { list: string[] }).list.map((text) => {
          const { _id: id, meters } = JSON.parse(text) as Located;
          return { id, meters: Number(meters.$numberDouble) };
        }),
    });
  },
});

/** The stages that the SDK writes for `geoNear` in the product's query. */
function stagesOf({ centre, items, radiusMeters, skip, rareGroup }: NearbyQuery): unknown[] {
  const double = (value: number) => ({ $numberDouble: String(value) });
  const stage = (stageKey: string, value: unknown) => ({ stageKey, stageValue: JSON.stringify(value) });
  return [
    stage('$geoNear', {
      near: { type: 'Point', coordinates: centre.map(double) },
      spherical: true,
      key: 'publicPoint',
      distanceField: 'meters',
      ...(radiusMeters !== undefined && { maxDistance: double(radiusMeters) }),
      query: {
        board: 'need',
        status: 'published',
        itemCodes: items.length === 1 ? items[0] : { $in: items },
        ...(rareGroup && { groups: rareGroupName }),
      },
    }),
    ...(skip > 0 ? [stage('$skip', { $numberInt: String(skip) })] : []),
    stage('$limit', { $numberInt: String(pageSize) }),
  ];
}
