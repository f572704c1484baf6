import { Client, type QueryResult } from 'pg';
import { earthRadiusMeters } from '../../src/geo/sphere';
import type { RunningPostgres } from '../peers/run-postgres';
import { pageSize, type NearbyQuery } from '../queries/query-kinds';
import { prepared, type NearbyContestant } from './contestant';
import { itemNumber } from './postgis-table';

/** Mean radius of WGS 84, (2a + b) / 3: what PostGIS measures on when it is asked for a sphere, as `<->` does. */
const postgisRadiusMeters = 6_371_008.771_415_059;
const oursToPostgis = postgisRadiusMeters / earthRadiusMeters;

interface PostRow {
  doc: string;
  meters: number;
}

export interface Postgis extends NearbyContestant {
  /** The plan of a query, from PostgreSQL's EXPLAIN. */
  explain(query: NearbyQuery): Promise<string>;
  close(): void;
}

/**
 * PostGIS through `pg`: nearest neighbours by `<->` along the index, prepared statements, one connection. These were
 * the fastest of the variants tried: the radius is checked during the walk (afterwards takes 25 to 60 % longer), and
 * several items are separate walks, merged (`= ANY` takes 50 % longer).
 */
export async function postgis({ connection }: RunningPostgres): Promise<Postgis> {
  const client = new Client(connection);
  await client.connect();
  return {
    name: 'PostGIS',
    toleranceMeters: 0.01,
    prepare(query) {
      const statement = statementOf(query);
      return prepared<QueryResult<PostRow>>({
        ask: () => client.query<PostRow>(statement),
        read: ({ rows }) =>
          rows.map(({ doc, meters }) => ({
            id: (JSON.parse(doc) as { _id: string })._id,
            meters: meters / oursToPostgis,
          })),
      });
    },
    async explain(query) {
      const { text, values } = statementOf(query);
      const { rows } = await client.query<{ 'QUERY PLAN': string }>(
        `EXPLAIN (ANALYZE, BUFFERS) ${text}`,
        values,
      );
      return rows.map((row) => row['QUERY PLAN']).join('\n');
    },
    close() {
      // Not awaited, because it would never end if the server no longer answers.
      client.on('error', () => undefined);
      void client.end();
    },
  };
}

interface Statement {
  name: string;
  text: string;
  values: (string | number)[];
}

function statementOf({ centre, items, radiusMeters, skip, rareGroup }: NearbyQuery): Statement {
  const values: (string | number)[] = [`SRID=4326;POINT(${centre[0]} ${centre[1]})`];
  const parameter = (value: string | number): string => `$${values.push(value)}`;
  const radius = radiusMeters === undefined ? undefined : parameter(radiusMeters * oursToPostgis);
  const limit = parameter(skip + pageSize);
  const walks = items.map(
    (code) => `SELECT doc, point <-> $1::geography AS meters FROM posts
      WHERE board = 0 AND status = 0 AND item = ${parameter(itemNumber(code))}
      ${rareGroup ? 'AND rare_group' : ''}
      ${radius ? `AND ST_DWithin(point, $1::geography, ${radius}, false)` : ''}
      ORDER BY point <-> $1::geography LIMIT ${limit}`,
  );
  const text =
    walks.length === 1 && skip === 0
      ? (walks[0] ?? '')
      : `SELECT doc, meters FROM (${walks.map((walk) => `(${walk})`).join(' UNION ALL ')}) walked
         ORDER BY meters LIMIT ${parameter(pageSize)} OFFSET ${parameter(skip)}`;
  const name = `nearby-${items.length}-${radius ? 'within' : 'any'}-${skip}-${rareGroup ? 'rare' : 'all'}`;
  return { name, text, values };
}
