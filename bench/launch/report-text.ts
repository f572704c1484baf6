import { megabytes } from '../../packages/sqlite-document-database/bench/measure/figures';
import { percentile } from '../../packages/sqlite-document-database/bench/measure/percentile';
import { table } from '../../packages/sqlite-document-database/bench/measure/table';
import type { Kind } from './calls';
import type { LaunchReport } from './run-launch';

/** Before this benchmark led to anything, on the same two cores: the most visits a second, and CPU for a call. */
const before = { visitsPerSecond: 67, cpuMsOfCall: '4.7–5.0' };

const kinds: readonly Kind[] = ['open', 'board', 'read', 'waiting', 'verify', 'publish', 'contact', 'report'];

export function reportText(
  report: LaunchReport,
  { posts, goalPerSecond }: { posts: number; goalPerSecond: number },
): string {
  const { visits, served, lastedMs, calls, failures, acknowledged, lost, spent } = report;
  const perSecond = (count: number): string => ((count * 1000) / lastedMs).toFixed(1);
  const ratio = (served * 1000) / lastedMs / goalPerSecond;
  const failed = [...failures.values()].reduce((sum, count) => sum + count, 0);
  return [
    `${posts.toLocaleString('en')} posts, ${(lastedMs / 1000).toFixed(0)} s`,
    table(
      ['', 'all', 'a second'],
      [
        ['visits offered', count(visits), perSecond(visits)],
        ['visits served whole', count(served), perSecond(served)],
        ['calls', count(calls), perSecond(calls)],
        ['failed calls', count(failed), perSecond(failed)],
      ],
    ),
    `ratio to the goal: ${ratio.toFixed(2)} (before: ${(before.visitsPerSecond / goalPerSecond).toFixed(2)})`,
    ...[...failures].sort().map(([name, times]) => `  ${times} × ${name}`),
    timesTable(report),
    cpuTable(report),
    `memory: ${memory(spent.rssBytes)}; of the last, ${megabytes(spent.fileBytes)} are pages of files`,
    `acknowledged: ${Object.entries(acknowledged)
      .map(([name, ids]) => `${count(new Set(ids).size)} ${name}`)
      .join(', ')}; of these not found afterwards: ${lost}`,
  ].join('\n\n');
}

const count = (value: number): string => value.toLocaleString('en');

function timesTable({ ms }: LaunchReport): string {
  const rows = kinds.flatMap((kind) => {
    const list = ms.get(kind);
    if (list === undefined) return [];
    const at = (share: number): string => percentile(list, share).toFixed(0);
    return [[kind, count(list.length), at(0.5), at(0.95), at(0.99)]];
  });
  return table(['call', 'answered', 'p50 ms', 'p95 ms', 'p99 ms'], rows);
}

const names = {
  functions: 'function instances',
  main: 'gateway, database and HTTP',
  collector: 'collector and compiler',
  database: "the database's other threads",
  files: 'writing files',
  driver: 'the driver',
} as const;

function cpuTable({ spent: { cpuMs }, calls, lastedMs }: LaunchReport): string {
  const rows = Object.entries(names).map(([part, name]) => row(name, cpuMs[part as keyof typeof names]));
  const { driver, ...product } = cpuMs;
  const sum = Object.values(product).reduce((total, each) => total + each, 0);
  return table(
    ['CPU', 'ms a call', 'of one core'],
    [
      ...rows,
      row('the product', sum),
      row('all', sum + driver),
      ['the product before', before.cpuMsOfCall, ''],
    ],
  );

  function row(name: string, ms: number): string[] {
    return [name, (ms / calls).toFixed(2), `${((100 * ms) / lastedMs).toFixed(0)} %`];
  }
}

function memory(rssBytes: readonly number[]): string {
  const shown = 8;
  const step = Math.max(1, Math.ceil(rssBytes.length / shown));
  return rssBytes
    .filter((_, at) => at % step === 0 || at === rssBytes.length - 1)
    .map(megabytes)
    .join(', ');
}
