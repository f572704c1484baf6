import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Product } from '../../tests/integration/product';

/** Functions whose timers have nothing to do here, because no post waits for a volunteer and no account is erased. */
const idle = ['identity', 'moderation'];

interface Configured {
  name?: string;
  triggers?: unknown[];
}

/** The environment's file without the timers of these functions: two database operations of three would be theirs. */
export function withoutIdleTimers(file: string): string {
  const whole = JSON.parse(readFileSync(file, 'utf8')) as { functions: Configured[] };
  const functions = whole.functions.map((each) =>
    idle.includes(each.name ?? '') ? { ...each, triggers: [] } : each,
  );
  const changed = join(mkdtempSync(join(tmpdir(), 'city-')), 'cloudbaserc.json');
  writeFileSync(changed, JSON.stringify({ ...whole, functions }));
  return changed;
}

/** The same in the functions' own folders, where they were built. */
export function stopIdleTimers({ dataDir, cloud }: Product): void {
  for (const name of idle) {
    const file = join(dataDir, 'functions', name, 'config.json');
    const config = JSON.parse(readFileSync(file, 'utf8')) as Configured;
    writeFileSync(file, JSON.stringify({ ...config, triggers: [] }));
  }
  cloud.reloadFunctions();
}
