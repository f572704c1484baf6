import { Client, type QueryResult } from 'pg';
import { earthRadiusMeters } from '../../cloudfunctions/shared/domain/distance';
import type { RunningPostgres } from '../../scripts/peers/run-postgres';
import { PAGE_SIZE, type NearbyQuery } from '../queries/query-kinds';
import { prepared, type NearbyContestant } from './contestant';
import { medicineNumber } from './postgis-table';

/** Mean radius of WGS 84, (2a + b) / 3: what PostGIS measures on when it is asked for a sphere, as `<->` does. */
const POSTGIS_RADIUS_METERS = 6_371_008.771_415_059;
const OURS_TO_POSTGIS = POSTGIS_RADIUS_METERS / earthRadiusMeters;

interface PostRow {
  doc: string;
  meters: number;
}

export interface Postgis extends NearbyContestant {
  /** The plan of a query, as PostgreSQL explains it. */
  explain(query: NearbyQuery): Promise<string>;
  close(): Promise<void>;
}

/**
 * PostGIS through `pg`: nearest neighbours by `<->` along the index, prepared statements, one connection.
 * Of the ways to ask that were tried these are the fastest: the radius looked at after the walk (with ST_DWithin inside it
 * takes a tenth longer), several medicines as `= ANY` (three walks merged take more than twice as long).
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
            meters: meters / OURS_TO_POSTGIS,
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
    close: () => client.end(),
  };
}

interface Statement {
  name: string;
  text: string;
  values: (string | number | number[])[];
}

function statementOf({ centre, medicines, radiusMeters, skip, rareGroup }: NearbyQuery): Statement {
  const numbers = medicines.map(medicineNumber);
  const several = numbers.length > 1;
  const values: Statement['values'] = [
    `SRID=4326;POINT(${centre[0]} ${centre[1]})`,
    several ? numbers : (numbers[0] ?? -1),
    skip + PAGE_SIZE,
  ];
  const walk = `SELECT doc, point <-> $1::geography AS meters FROM posts
    WHERE board = 0 AND status = 0 AND medicine = ${several ? 'ANY ($2::smallint[])' : '$2'}
    ${rareGroup ? 'AND rare_group' : ''}
    ORDER BY point <-> $1::geography LIMIT $3`;
  const bounded = radiusMeters !== undefined || skip > 0;
  if (bounded) values.push((radiusMeters ?? HALF_THE_EARTH_METERS) * OURS_TO_POSTGIS, skip);
  const text = bounded
    ? `SELECT doc, meters FROM (${walk}) walked WHERE meters <= $4 ORDER BY meters OFFSET $5`
    : walk;
  const name = `nearby ${several ? 'several' : 'one'} ${bounded ? 'bounded' : 'free'} ${rareGroup ? 'group' : ''}`;
  return { name, text, values };
}

const HALF_THE_EARTH_METERS = 20_100_000;
