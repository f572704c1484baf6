const assert = require('node:assert/strict');
const { mkdtempSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { test } = require('node:test');
const { startCloud } = require('cloudbase-local');

test('each person lists their own notes', async () => {
  const cloud = await startCloud({
    dataDir: mkdtempSync(join(tmpdir(), 'notes-')),
    functionsDir: join(__dirname, 'cloudfunctions'),
    cloudbaserc: join(__dirname, 'cloudbaserc.json'),
  });
  try {
    await cloud.callFunction('notes', { action: 'add', text: 'milk' }, 'anna');
    const { result } = await cloud.callFunction('notes', { action: 'list' }, 'anna');
    assert.deepEqual(result, { texts: ['milk'] });
    const others = await cloud.callFunction('notes', { action: 'list' }, 'bob');
    assert.deepEqual(others.result, { texts: [] });
  } finally {
    await cloud.close();
  }
});
