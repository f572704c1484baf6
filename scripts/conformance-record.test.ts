import { readRecord, recordRun, toldRuns, type ConformanceRun } from './conformance-record';

const local: ConformanceRun = {
  where: 'the local cloud',
  when: '2022-12-20',
  through: '@cloudbase/node-sdk 3.0.0, wx-server-sdk 3.0.0',
  passed: 500,
  failed: 0,
};
const deployed: ConformanceRun = { ...local, where: 'city-1a2b3c', passed: 480, failed: 2 };

test('a run is read back as it was recorded, from a table whose columns were aligned too', () => {
  const record = recordRun('', local);
  expect(readRecord(record)).toEqual([local]);
  expect(readRecord(record.replaceAll(' |', '    |'))).toEqual([local]);
});

test('a run takes the place of the one before it at the same place, and of no other', () => {
  const later = { ...local, when: '2022-12-21', passed: 501 };
  const record = [local, deployed, later].reduce(recordRun, '');
  expect(readRecord(record)).toEqual([deployed, later]);
});

test('the last runs are told with their place, day and result', () => {
  expect(toldRuns(recordRun('', deployed))).toEqual([
    'last run on city-1a2b3c: 2022-12-20, 480 passed, 2 failed',
  ]);
  expect(toldRuns('nothing that a record would hold')).toEqual([]);
});
