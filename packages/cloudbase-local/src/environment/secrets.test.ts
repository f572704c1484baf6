import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSecrets } from './secrets';

let dir: string;
beforeEach(() => (dir = mkdtempSync(join(tmpdir(), 'secrets-'))));
afterEach(() => rmSync(dir, { recursive: true }));

describe('secrets of the local cloud', () => {
  test('a key is made once and kept', () => {
    const first = openSecrets(dir, {}).valueOf('PHONE_KEY_V1');
    expect(Buffer.from(first ?? '', 'base64')).toHaveLength(32);
    expect(openSecrets(dir, {}).valueOf('PHONE_KEY_V1')).toBe(first);
    expect(openSecrets(dir, {}).valueOf('PHONE_KEY_V2')).not.toBe(first);
  });

  test.each([['missing'], [''], ['garbage \u0000']])(
    'a key file that is %j is not made again for an existing database',
    (text) => {
      mkdirSync(join(dir, 'database'));
      writeFileSync(join(dir, 'database', 'documents.db'), 'documents');
      if (text !== 'missing') writeFileSync(join(dir, '.env.local'), text);
      expect(() => openSecrets(dir, {}).valueOf('ID_HASH_KEY')).toThrow(
        /is missing or holds no keys.*put the file back/,
      );
      expect(openSecrets(dir, { ID_HASH_KEY: 'given' }).valueOf('ID_HASH_KEY')).toBe('given');
    },
  );

  test('a key that a newer version needs is added to the existing ones', () => {
    openSecrets(dir, {}).valueOf('ID_HASH_KEY');
    mkdirSync(join(dir, 'database'));
    writeFileSync(join(dir, 'database', 'documents.db'), 'documents');
    expect(openSecrets(dir, {}).valueOf('NEW_KEY')).toHaveLength(44);
  });

  test('only its owner may read the file', () => {
    openSecrets(dir, {}).valueOf('ID_HASH_KEY');
    expect(statSync(join(dir, '.env.local')).mode & 0o077).toBe(0);
  });

  test('a value of the process wins and is not written to the file', () => {
    const secrets = openSecrets(dir, { PUBLIC_POINT_KEY: 'given' });
    expect(secrets.valueOf('PUBLIC_POINT_KEY')).toBe('given');
    secrets.valueOf('ID_HASH_KEY');
    expect(readFileSync(join(dir, '.env.local'), 'utf8')).not.toContain('given');
  });

  test('values written by hand are read, without their quotes and spaces', () => {
    writeFileSync(join(dir, '.env.local'), '# mine\nPOOL = "FC1"\nNAME=a=b\n');
    const secrets = openSecrets(dir, {});
    expect([secrets.valueOf('POOL'), secrets.valueOf('NAME')]).toEqual(['FC1', 'a=b']);
  });

  test('a name that is not of a key gets no invented value', () => {
    expect(openSecrets(dir, {}).valueOf('PARTNER_ENDPOINT')).toBeUndefined();
  });
});
