import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Secrets of this machine's cloud, kept in the data folder so that what they encrypted can be read again. */
export interface Secrets {
  /** The value of NAME: from the process environment, else from the folder's `.env.local`, else (for names of keys) made now and kept. */
  valueOf(name: string): string | undefined;
}

/** Names that stand for a secret nobody needs to choose: `PUBLIC_POINT_KEY`, `PHONE_KEY_V1`, `SESSION_SECRET`. */
const GENERATED_NAME = /_(KEY|SECRET)(_V\d+)?$/;
const SECRET_BYTES = 32;

/**
 * Opens the secrets of a data folder. `given` wins over the file.
 * Generated secrets are 32 random bytes in base64.
 */
export function openSecrets(dataDir: string, given: Record<string, string | undefined>): Secrets {
  const file = join(dataDir, '.env.local');
  const kept = existsSync(file) ? parseEnvironment(readFileSync(file, 'utf8')) : new Map<string, string>();

  function keep(name: string, value: string): string {
    kept.set(name, value);
    mkdirSync(dataDir, { recursive: true });
    const temporary = `${file}.new`;
    writeFileSync(temporary, [...kept].map(([key, each]) => `${key}=${each}\n`).join(''), { mode: 0o600 });
    renameSync(temporary, file);
    return value;
  }

  return {
    valueOf(name) {
      const known = given[name] ?? kept.get(name);
      if (known !== undefined) return known;
      return GENERATED_NAME.test(name) ? keep(name, randomBytes(SECRET_BYTES).toString('base64')) : undefined;
    },
  };
}

function parseEnvironment(text: string): Map<string, string> {
  const entries = text
    .split('\n')
    .map((line) => /^\s*([A-Za-z0-9_]+)\s*=\s*(.*?)\s*$/.exec(line))
    .flatMap((match) =>
      match?.[1] === undefined ? [] : [[match[1], (match[2] ?? '').replace(/^"(.*)"$/, '$1')] as const],
    );
  return new Map(entries);
}
