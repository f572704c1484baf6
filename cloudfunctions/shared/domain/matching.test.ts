import { chinaSecondsMs } from '@facts/china-time';
import { quietUntilMs } from './matching';

const at = (text: string): number => chinaSecondsMs(`${text}:00`) ?? NaN;
const night = { quietFrom: '22:30', quietUntil: '07:00' };
const noon = { quietFrom: '12:00', quietUntil: '14:00' };

test.each([
  [night, '2022-12-20 22:29', null],
  [night, '2022-12-20 22:30', '2022-12-21 07:00'],
  [night, '2022-12-31 23:59', '2023-01-01 07:00'],
  [night, '2022-12-21 00:00', '2022-12-21 07:00'],
  [night, '2022-12-21 06:59', '2022-12-21 07:00'],
  [night, '2022-12-21 07:00', null],
  [noon, '2022-12-21 11:59', null],
  [noon, '2022-12-21 13:00', '2022-12-21 14:00'],
])('with the quiet hours %j, those of %s last until %s', (hours, now, until) => {
  expect(quietUntilMs(hours, at(now))).toBe(until === null ? null : at(until));
});
