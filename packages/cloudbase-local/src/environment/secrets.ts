import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { writeWholeFile } from './write-whole-file';

/** Secrets of this machine's cloud, kept in the data folder, because what they encrypted must be readable after a restart. */
export interface Secrets {
  /** From the process environment, else from the folder's `.env.local`, else (for a name of a key) made now and kept. */
  valueOf(name: string): string | undefined;
}

/** Names of secrets for which any random value will do: `SIGNING_KEY`, `PHONE_KEY_V1`, `SESSION_SECRET`. */
const generatedName = /_(KEY|SECRET)(_V\d+)?$/;
const secretBytes = 32;

/**
 * Opens the secrets of a data folder. `given` wins over the file.
 * Generated secrets are 32 random bytes in base64.
 */
export function openSecrets(dataDir: string, given: Record<string, string | undefined>): Secrets {
  const file = join(dataDir, '.env.local');
  let text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const kept = parseEnv(text);

  function keep(name: string, value: string): string {
    kept[name] = value;
    text = `${text}${/[^\n]$/.test(text) ? '\n' : ''}${name}=${value}\n`;
    writeWholeFile(file, text);
    return value;
  }

  return {
    valueOf(name) {
      const known = given[name] ?? kept[name];
      if (known !== undefined) return known;
      return generatedName.test(name) ? keep(name, randomBytes(secretBytes).toString('base64')) : undefined;
    },
  };
}
