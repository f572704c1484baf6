import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { databaseFile } from 'sqlite-document-database';
import { writeWholeFile } from './write-whole-file';

/**
 * Secrets of this machine's cloud, kept in the data folder, because encrypted data must be readable after a restart.
 */
export interface Secrets {
  /**
   * The value from the process environment, otherwise from the folder's `.env.local`. A missing key is made now and
   * kept.
   */
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
  // An existing database was written with known keys. New ones would turn everyone in it into strangers.
  const areLost = Object.keys(kept).length === 0 && holdsDatabase(dataDir);

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
      if (!generatedName.test(name)) return undefined;
      if (areLost)
        throw new Error(
          `${file} is missing or holds no keys, and ${dataDir} holds a database that needs them: put the file back, or choose an empty folder`,
        );
      return keep(name, randomBytes(secretBytes).toString('base64'));
    },
  };
}

const holdsDatabase = (dataDir: string): boolean =>
  (statSync(join(dataDir, 'database', databaseFile), { throwIfNoEntry: false })?.size ?? 0) > 0;
