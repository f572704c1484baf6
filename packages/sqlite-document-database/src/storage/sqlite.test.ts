import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

describe('the embedded database', () => {
  const dir = mkdtempSync(join(tmpdir(), 'sqlite-'));
  afterAll(() => rmSync(dir, { recursive: true, force: true }));

  it('opens, copies and prints nothing, whether Node has its own SQLite or not', () => {
    const program = `
      const { openSql } = require(${JSON.stringify(join(__dirname, 'sqlite'))});
      const { copyDatabase } = require(${JSON.stringify(join(__dirname, 'backup'))});
      (async () => {
        const sql = await openSql(${JSON.stringify(join(dir, 'a.db'))});
        sql.exec('CREATE TABLE t (x)');
        await copyDatabase(${JSON.stringify(join(dir, 'a.db'))}, ${JSON.stringify(join(dir, 'b.db'))});
        sql.close();
        process.emitWarning('another', 'ExperimentalWarning');
      })();
    `;
    const { status, stderr } = spawnSync(process.execPath, ['--import', tsx, '-e', program], {
      encoding: 'utf8',
    });
    expect(status).toBe(0);
    const warnings = stderr.split('\n').filter((line) => line.includes('Warning'));
    expect(warnings).toEqual([expect.stringContaining('another')]);
  });
});

const tsx = require.resolve('tsx');
