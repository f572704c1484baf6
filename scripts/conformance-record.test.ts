import { readRecord, recordRun, toldRuns, type ConformanceRun } from './conformance-record';

const local: ConformanceRun = {
  where: 'the local cloud',
  when: '2022-12-20',
  through: '@cloudbase/node-sdk 3.0.0, wx-server-sdk 3.0.0',
  passed: 500,
  failed: 0,
};
const deployed: ConformanceRun = { ...local, where: 'city-1a2b3c', passed: 480, failed: 2 };

test('a recorded run is read back, also from a table with aligned columns', () => {
  const record = recordRun('', local);
  expect(readRecord(record)).toEqual([local]);
  expect(readRecord(record.replaceAll(' |', '    |'))).toEqual([local]);
});

test('a run replaces the earlier run at the same place, and no other', () => {
  const later = { ...local, when: '2022-12-21', passed: 501 };
  const record = [local, deployed, later].reduce(recordRun, '');
  expect(readRecord(record)).toEqual([deployed, later]);
});

test('the last runs are printed with their place, day and result', () => {
  expect(toldRuns(recordRun('', deployed))).toEqual([
    'last run on city-1a2b3c: 2022-12-20, 480 passed, 2 failed',
  ]);
  expect(toldRuns('nothing that a record would hold')).toEqual([]);
});
