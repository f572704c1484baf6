import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The paths of the databases on this machine that the benchmarks compare with. */
export interface PeerPrograms {
  /** The folder with `initdb`, `postgres` and `psql`; undefined without PostgreSQL or without PostGIS. */
  postgres: string | undefined;
  /** The path of `redis-server`. */
  redis: string | undefined;
}

/** Debian's paths (bookworm: PostgreSQL 15, PostGIS 3, Redis 7). */
export const peerPackages = {
  postgres: ['postgresql-15', 'postgresql-15-postgis-3'],
  redis: ['redis-server'],
} as const;

export const installSentence = 'npm run install-peers installs PostgreSQL with PostGIS and Redis on Debian';

export function findPeerPrograms(): PeerPrograms {
  return { postgres: findPostgres(), redis: firstThere(['/usr/bin', '/usr/local/bin'], 'redis-server') };
}

const postgresRoot = '/usr/lib/postgresql';

/** The newest PostgreSQL that has PostGIS. */
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
