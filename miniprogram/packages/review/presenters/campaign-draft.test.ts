import { expect, test } from '@jest/globals';
import { bundledCampaign } from '../../../data/bundled-campaign';
import { campaignForm, changeRows, changesOf } from './campaign-draft';

test('an unchanged form changes nothing but what it names', () => {
  const form = campaignForm({ changes: '{}' }, bundledCampaign);
  expect(form).toMatchObject({ notice: '', english: '', other: '' });
  const { limits, notice } = JSON.parse(changesOf(form) ?? '') as typeof bundledCampaign;
  expect({ ...bundledCampaign.limits, ...limits }).toEqual(bundledCampaign.limits);
  expect(notice).toBeNull();
});

test('what the form has no field for is kept as JSON', () => {
  const changes = { wanted: ['ibuprofen'], limits: { undoMinutes: 20, needHours: 24 } };
  const form = campaignForm({ changes: JSON.stringify(changes) }, bundledCampaign);
  expect(JSON.parse(form.other)).toEqual({ wanted: ['ibuprofen'], limits: { undoMinutes: 20 } });
  const limits = form.limits.map((row) => (row.field === 'needHours' ? { ...row, value: '24' } : row));
  const sent = changesOf({ ...form, limits, notice: ' 今晚维护 ' });
  expect(JSON.parse(sent ?? '')).toMatchObject({ ...changes, notice: { text: '今晚维护', english: '' } });
});

test('broken JSON is no draft', () => {
  const form = campaignForm({ changes: '{}' }, bundledCampaign);
  for (const other of ['{', '[]', '3', 'null']) expect(changesOf({ ...form, other })).toBeNull();
});

test('the history ends with the released campaign, and says which one runs', () => {
  const history = [{ number: 1, changes: '{}', reason: '开始', atMs: 1 }];
  expect(changeRows({ number: 1, changes: '{}', history, nowMs: 60_001 })).toEqual([
    { number: 1, title: '第 1 次 · 1 分钟前', reason: '开始', runs: true },
    { number: 0, title: '发布时的内容', reason: '没有任何改动', runs: false },
  ]);
});
