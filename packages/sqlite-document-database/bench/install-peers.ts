/** `npm run install-peers`: installs PostgreSQL with PostGIS, and Redis, for the comparison in the benchmarks. */
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findPeerPrograms, peerPackages } from './peers/peer-programs';
import { runPostgres } from './peers/run-postgres';
import { runRedis } from './peers/run-redis';

const help = `npm run install-peers

Installs what is missing of PostgreSQL 15 with PostGIS 3 and Redis 7 from Debian's packages (as root), without starting
their services, then starts a private instance of each on the loopback address with a temporary folder, says its
version, and ends it. The benchmarks start such instances by themselves.
`;

const policy = '/usr/sbin/policy-rc.d';

function install(packages: readonly string[]): void {
  const byHand = `install them yourself (Debian: sudo apt-get install ${packages.join(' ')})`;
  if (!existsSync('/usr/bin/apt-get'))
    throw new Error(`${packages.join(', ')} missing, and this machine has no apt-get: ${byHand}`);
  if (process.getuid?.() !== 0)
    throw new Error(`${packages.join(', ')} missing, and only root may install: ${byHand}`);
  console.error(`installing ${packages.join(', ')}`);
  const forbidsStarting = existsSync(policy);
  // Exit status 101 tells Debian's packages not to start their services.
  if (!forbidsStarting) {
    writeFileSync(policy, '#!/bin/sh\nexit 101\n');
    chmodSync(policy, 0o755);
  }
  try {
    for (const step of [['update'], ['install', '-y', '--no-install-recommends', ...packages]]) {
      const { status } = spawnSync('apt-get', ['-qq', ...step], {
        stdio: ['ignore', 'ignore', 'inherit'],
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      });
      if (status !== 0) throw new Error(`apt-get ${step[0] ?? ''} failed: ${byHand}`);
    }
  } finally {
    if (!forbidsStarting) rmSync(policy, { force: true });
  }
}

async function main(parameters: string[]): Promise<void> {
  if (parameters.includes('--help') || parameters.includes('-h')) return void process.stdout.write(help);
  const before = findPeerPrograms();
  const missing = [
    ...(before.postgres === undefined ? peerPackages.postgres : []),
    ...(before.redis === undefined ? peerPackages.redis : []),
  ];
  if (missing.length > 0) install(missing);
  const { postgres, redis } = findPeerPrograms();
  if (postgres === undefined || redis === undefined)
    throw new Error('the packages are installed, but their programs are not where Debian puts them');
  const dir = mkdtempSync(join(tmpdir(), 'peers-'));
  // The server runs under another account than root and must be able to read its folder.
  chmodSync(dir, 0o755);
  try {
    const runningPostgres = await runPostgres(postgres, join(dir, 'postgres'));
    console.log(`PostgreSQL ${runningPostgres.version} with PostGIS answers: ${postgres}`);
    await runningPostgres.stop();
    const runningRedis = await runRedis(redis, join(dir, 'redis'));
    console.log(`Redis ${runningRedis.version} answers: ${redis}`);
    await runningRedis.stop();
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
});
