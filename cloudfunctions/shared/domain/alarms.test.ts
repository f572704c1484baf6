import { campaign } from '../kernel/campaign';
import { alarmsIn, type ServiceState } from './alarms';

const calm: ServiceState = {
  failed: 0,
  calls: 10_000,
  provider: 0,
  alarm: 0,
  waiting: 0,
  numbers: { pool: 300, bound: 10 },
};
const alarms = (changes: Partial<ServiceState>) =>
  alarmsIn(
    { ...calm, ...changes },
    { failedPercent: 5, providerFailures: 20, waitingItems: 300, freeNumbers: 20 },
  );

test('a calm hour raises no alarm, and neither do a few failures of few calls', () => {
  expect(alarmsIn(calm, campaign.limits.alarms)).toEqual([]);
  expect(alarms({ calls: 10, failed: 5 })).toEqual([]);
  expect(alarms({ numbers: null })).toEqual([]);
});

test.each([
  [{ failed: 500 }, '10000 次调用里 500 次出错'],
  [{ provider: 20 }, '服务商拒绝了 20 次'],
  [{ alarm: 1 }, '日志报警 1 次'],
  [{ waiting: 300 }, '等审核 300 条'],
  [{ numbers: { pool: 300, bound: 290 } }, '隐私号码只剩 10 个空着'],
  [{ numbers: { pool: 300, bound: 400 } }, '隐私号码只剩 0 个空着'],
])('%j raises one alarm: %s', (changes, sentence) => {
  expect(alarms(changes)).toEqual([sentence]);
});
