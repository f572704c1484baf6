import type { CallOutput } from '../../../../cloudfunctions/shared/contract/contract';
import { chinaClock } from '../../../facts/china-time';
import { regionAt } from '../../../facts/regions/region-tree';
import { worded } from '../../../facts/words/worded';
import type { ChartCounts } from './column-chart';

type Operations = CallOutput<'moderation', 'operations'>;
type Hour = Operations['hours'][number];

export interface OperationsView {
  state: 'ready';
  figures: { name: string; value: string }[];
  charts: {
    name: string;
    total: string;
    label: string;
    counts: ChartCounts;
  }[];
  signs: { id: string; text: string }[];
  functions: { id: string; name: string; codes: string }[];
  regions: { id: string; name: string; text: string; wide: number }[];
}

/** How the service runs, for operators. */
export function operationsView({
  hours,
  functions,
  signs,
  regions,
  queue,
  numbers,
}: Operations): OperationsView {
  const most = Math.max(1, ...regions.map(({ need, spare }) => need + spare));
  return {
    state: 'ready',
    figures: [
      { name: '等审核', value: `${queue} 条` },
      { name: '隐私号码', value: numbers === null ? '还没有数' : numbersText(numbers) },
    ],
    charts: charts.map(([name, of]) => chartOf(name, hours, of)),
    signs: signs.map(({ sign, count }) => ({ id: sign, text: `${signName(sign)}：${count} 次` })),
    functions: functions.map(({ name, calls, codes }) => ({
      id: name,
      name: `${name}：${calls} 次`,
      codes: codes
        .slice(0, 6)
        .map(({ call, code, count }) => `${call} ${code} ${count}`)
        .join('，'),
    })),
    regions: regions.map(({ code, need, spare, solved, contacted }) => ({
      id: code,
      name: regionAt(code)?.name ?? code,
      text: `${worded('{asked}')} ${need}，分享 ${spare}，联系上 ${contacted}，解决 ${solved}`,
      wide: Math.max(2, Math.round((100 * (need + spare)) / most)),
    })),
  };
}

/** Each binding needs a number that neither of its two phones has in use, so at least these are free. */
const numbersText = ({ pool, bound }: { pool: number; bound: number }): string =>
  `共 ${pool} 个，在用 ${bound} 条，至少还有 ${Math.max(0, pool - bound)} 个空着`;

const charts: [name: string, of: (hour: Hour) => number][] = [
  [worded('{asked}'), ({ need }) => need],
  ['分享', ({ spare }) => spare],
  ['联系', ({ contact }) => contact],
  ['解决', ({ solved }) => solved],
  ['转人工审核', ({ wait }) => wait],
  ['调用', ({ calls }) => calls],
  ['程序出错', ({ failed }) => failed],
  ['服务商出错', ({ provider }) => provider],
  ['告警', ({ alarm }) => alarm],
];

function chartOf(
  name: string,
  hours: readonly Hour[],
  of: (hour: Hour) => number,
): OperationsView['charts'][number] {
  const total = hours.reduce((sum, hour) => sum + of(hour), 0);
  return {
    name,
    total: `24 小时 ${total} 次，最多一小时 ${Math.max(0, ...hours.map(of))} 次`,
    label: hours
      .filter((hour) => of(hour) > 0)
      .map((hour) => `${chinaClock(hour.atMs)} ${of(hour)}`)
      .join('，'),
    counts: {
      labels: hours.map(({ atMs }) => chinaClock(atMs).slice(0, 2)),
      series: [{ name, colour: 'spare', data: hours.map(of) }],
    },
  };
}

const alarmNames: Readonly<Record<string, string>> = {
  unexpected: '程序意外出错',
  misconfigured: '设置不对',
  'items-failed': '定时任务有没做完的',
  'more-than-expected': '实名核验超过预期',
};

/** alarm:unexpected, provider:masked-number_isv_NO_AVAILABLE_NUMBER. */
function signName(sign: string): string {
  const [kind, code = ''] = sign.split(':');
  return kind === 'alarm' ? (alarmNames[code] ?? code) : `服务商 ${code}`;
}
