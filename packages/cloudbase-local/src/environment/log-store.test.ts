import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { openLogStore, readLogs } from './log-store';

let dir: string;
beforeEach(() => (dir = mkdtempSync(join(tmpdir(), 'logs-'))));
afterEach(() => rmSync(dir, { recursive: true }));

const line = (requestId: string, text: string, rootRequestId = requestId) => ({
  requestId,
  rootRequestId,
  functionName: 'f',
  stream: 'stdout' as const,
  text,
});

describe('logs by request id', () => {
  test('a request shows its own lines and those of what it called, before and after a restart', async () => {
    const logs = openLogStore(dir, () => Date.parse('2022-12-20T01:00:00Z'));
    logs.write(line('r1', 'one'));
    logs.write(line('r2', 'two'));
    logs.write(line('r3', 'called', 'r1'));
    expect(logs.recent('r1').map((each) => each.text)).toEqual(['one', 'called']);
    await logs.close();
    expect(readLogs(dir, 'r1').map((each) => each.text)).toEqual(['one', 'called']);
    expect(readLogs(dir, 'r9')).toEqual([]);
  });

  test('a line that was cut off hides no other', async () => {
    writeFileSync(join(dir, '2022-12-20.jsonl'), '{"requestId":"r1","text":"cut o');
    const logs = openLogStore(dir, () => Date.parse('2022-12-20T01:00:00Z'));
    logs.write(line('r1', 'whole'));
    await logs.close();
    expect(readLogs(dir, 'r1').map((each) => each.text)).toEqual(['whole']);
  });

  test('lines are lost only while the file cannot be written', async () => {
    const logs = openLogStore(dir, () => Date.parse('2022-12-20T01:00:00Z'));
    const day = join(dir, '2022-12-20.jsonl');
    mkdirSync(day);
    logs.write(line('r1', 'lost'));
    // The failure is reported later; lines before that are lost.
    rmSync(day, { recursive: true });
    while (readLogs(dir, 'r1').length === 0) {
      logs.write(line('r1', 'kept'));
      await delay(5);
    }
    await logs.close();
    expect(readLogs(dir, 'r1').map((each) => each.text)).toContain('kept');
  });

  test('each day has a file, and a week of them is kept', async () => {
    for (let day = 10; day < 20; day += 1) writeFileSync(join(dir, `2022-12-${day}.jsonl`), '');
    const logs = openLogStore(dir, () => Date.parse('2022-12-20T01:00:00Z'));
    logs.write(line('r1', 'x'));
    await logs.close();
    expect(readdirSync(dir).sort()).toEqual(
      ['13', '14', '15', '16', '17', '18', '19', '20'].map((day) => `2022-12-${day}.jsonl`),
    );
  });
});
