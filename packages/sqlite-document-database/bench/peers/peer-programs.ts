import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Where the programs of the databases that the benchmarks compare with are on this machine. */
export interface PeerPrograms {
  /** Folder with `initdb`, `postgres` and `psql`; undefined without PostgreSQL or without PostGIS. */
  postgres: string | undefined;
  /** Path of `redis-server`. */
  redis: string | undefined;
}

/** Debian's names (bookworm: PostgreSQL 15, PostGIS 3, Redis 7). */
export const peerPackages = {
  postgres: ['postgresql-15', 'postgresql-15-postgis-3'],
  redis: ['redis-server'],
} as const;

export const installSentence = 'npm run install-peers installs PostgreSQL with PostGIS and Redis on Debian';

export function findPeerPrograms(): PeerPrograms {
  return { postgres: findPostgres(), redis: firstThere(['/usr/bin', '/usr/local/bin'], 'redis-server') };
}

const postgresRoot = '/usr/lib/postgresql';

/** The newest PostgreSQL that has PostGIS beside it. */
function findPostgres(): string | undefined {
  if (!existsSync(postgresRoot)) return undefined;
  const versions = readdirSync(postgresRoot).sort((a, b) => Number(b) - Number(a));
  const version = versions.find(
    (name) =>
      existsSync(join(postgresRoot, name, 'bin/postgres')) &&
      existsSync(`/usr/share/postgresql/${name}/extension/postgis.control`),
  );
  return version === undefined ? undefined : join(postgresRoot, version, 'bin');
}

function firstThere(folders: readonly string[], name: string): string | undefined {
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
}
