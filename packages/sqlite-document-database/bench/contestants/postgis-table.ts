import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { Client } from 'pg';
import type { BenchPost } from '../fixtures/posts';
import type { RunningPostgres } from '../peers/run-postgres';
import { allItems } from '../fixtures/items';
import { rareGroupName } from '../fixtures/posts';

/*
 * The posts in PostgreSQL as its users would store them for these queries: the queried fields in small columns under
 * one index, and the document as text, so that no time is spent on parsing it.
 */
const table = `
  CREATE EXTENSION IF NOT EXISTS postgis;
  CREATE EXTENSION IF NOT EXISTS btree_gist;
  CREATE TABLE posts (
    id uuid PRIMARY KEY,
    board smallint NOT NULL,
    status smallint NOT NULL,
    item smallint NOT NULL,
    rare_group boolean NOT NULL,
    portions_left int NOT NULL,
    point geography(Point, 4326) NOT NULL,
    doc text NOT NULL
  ) WITH (fillfactor = 90)`;

/** Nearest first within an equal board, status and item. */
const index = 'CREATE INDEX posts_near ON posts USING gist (board, status, item, point)';

export const boardNumber = (board: BenchPost['board']): number => (board === 'need' ? 0 : 1);
export const statusNumber = (status: BenchPost['status']): number => (status === 'published' ? 0 : 1);
export const itemNumber = (code: string): number => allItems.findIndex((known) => known === code);

/** Copies the posts in (COPY, the fastest way there is), then builds the index and gathers statistics. */
export async function fillPostgis(
  { connection, programs }: RunningPostgres,
  posts: Iterable<BenchPost>,
  progress: (done: number) => void,
): Promise<number> {
  const client = new Client(connection);
  await client.connect();
  try {
    await client.query(table);
    const copied = await copyIn(connection, programs, posts, progress);
    await client.query(index);
    await client.query('VACUUM (ANALYZE) posts');
    await client.query('CHECKPOINT');
    return copied;
  } finally {
    await client.end();
  }
}

async function copyIn(
  { host, port, user, database }: RunningPostgres['connection'],
  programs: string,
  posts: Iterable<BenchPost>,
  progress: (done: number) => void,
): Promise<number> {
  const parameters = ['-q', '-h', host, '-p', String(port), '-U', user, '-d', database];
  const psql = spawn(join(programs, 'psql'), [...parameters, '-c', 'COPY posts FROM STDIN'], {
    stdio: ['pipe', 'ignore', 'inherit'],
  });
  const ended = once(psql, 'close');
  let done = 0;
  let lines: string[] = [];
  const send = async (): Promise<void> => {
    if (!psql.stdin.write(lines.join(''))) await once(psql.stdin, 'drain');
    lines = [];
    progress(done);
  };
  for (const post of posts) {
    lines.push(lineOf(post));
    done += 1;
    if (lines.length === 1000) await send();
  }
  await send();
  psql.stdin.end();
  const [code] = (await ended) as [number | null];
  if (code !== 0) throw new Error('psql could not copy the posts in');
  return done;
}

function lineOf(post: BenchPost): string {
  const [lng, lat] = post.publicPoint.coordinates;
  const doc = JSON.stringify(post).replaceAll('\\', '\\\\');
  const columns = [
    post._id,
    boardNumber(post.board),
    statusNumber(post.status),
    itemNumber(post.itemCodes[0] ?? ''),
    post.groups.includes(rareGroupName) ? 't' : 'f',
    post.portions?.left ?? 0,
    `SRID=4326;POINT(${lng} ${lat})`,
    doc,
  ];
  return `${columns.join('\t')}\n`;
}
