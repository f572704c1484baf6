import type { Campaign } from '../../../../cloudfunctions/shared/contract/campaign';
import type { CallOutput } from '../../../../cloudfunctions/shared/contract/contract';
import { regionAt } from '../../../facts/regions/region-tree';
import { say } from '../../../facts/words/say';
import { shortName } from '../../../presenters/item/short-name';
import { durationText } from '../../../presenters/time/clock-text';
import type { ChartCounts } from './column-chart';

type Achieved = CallOutput<'search', 'achieved'>;
type Total = Achieved['total'];

/** A number next to a bar; `wide` is the bar's width in percent. */
interface Bar {
  text: string;
  wide: number;
}

export interface AchievedView {
  state: 'ready';
  name: string;
  /** From the first day to the last. */
  period: string;
  isNation: boolean;
  figures: { name: string; value: string }[];
  regions: { code: string; name: string; need: Bar; spare: Bar; more: string; opens: boolean }[];
  items: {
    code: string;
    name: string;
    text: string;
    label: string;
    counts: ChartCounts;
  }[];
}

/** The code under which the cloud answers for the whole country. */
export const nation = 'nation';

/** What a region achieved, as words and bars. */
export function achievedView(achieved: Achieved, catalogue: Campaign['catalogue']): AchievedView {
  const { region, total, below, items, days } = achieved;
  const most = Math.max(1, ...below.flatMap(({ need, spare }) => [need ?? 0, spare ?? 0]));
  return {
    state: 'ready',
    name: region === nation ? say('全国') : (regionAt(region)?.name ?? ''),
    period: say`${dayText(days[0] ?? '')} 到 ${dayText(days.at(-1) ?? '')}`,
    isNation: region === nation,
    figures: figuresOf(total),
    regions: below.map(({ code, ...each }) => ({
      code,
      name: regionAt(code)?.name ?? '',
      need: { text: countText(each.need), wide: percent(each.need, most) },
      spare: { text: countText(each.spare), wide: percent(each.spare, most) },
      more: figuresOf(each)
        .slice(2)
        .filter(({ value }) => value !== hidden())
        .map(({ name, value }) => `${name} ${value}`)
        .join(' · '),
      opens: code.endsWith('0000'),
    })),
    items: items.map((item) => itemRow(item, days, catalogue)),
  };
}

const hidden = (): string => say('不到 10 人');

const countText = (count: number | null): string => (count === null ? hidden() : String(count));

const figuresOf = ({ need, spare, solved, contactMinutes, helpMinutes }: Total): AchievedView['figures'] => [
  { name: say('{asked}'), value: countText(need) },
  { name: say('分享'), value: countText(spare) },
  { name: say('已经解决'), value: countText(solved) },
  { name: say('一半的人多久有人联系'), value: waitText(contactMinutes) },
  { name: say('{halfGot}'), value: waitText(helpMinutes) },
];

const waitText = (minutes: number | null): string =>
  minutes === null ? hidden() : durationText(Math.max(1, minutes) * 60_000);

/** 12月20日. */
const dayText = (day: string): string => say`${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日`;

/** Anything that is more than nothing can be seen. */
const percent = (count: number | null, most: number): number =>
  count === null || count === 0 ? 0 : Math.max(2, Math.round((100 * count) / most));

function itemRow(
  { code, days: counts }: Achieved['items'][number],
  days: readonly string[],
  catalogue: Campaign['catalogue'],
): AchievedView['items'][number] {
  const needs = sum(counts.map(({ need }) => need));
  const spares = sum(counts.map(({ spare }) => spare));
  const name = shortName(catalogue.find((item) => item.code === code)?.name ?? code);
  const text = say`求 ${countText(needs)} · 有 ${countText(spares)}`;
  return {
    code,
    name,
    text: scarcity(needs, spares) === '' ? text : `${text} · ${scarcity(needs, spares)}`,
    label: counts
      .map(
        ({ need, spare }, at) =>
          say`${dayText(days[at] ?? '')}：求 ${countText(need)}，有 ${countText(spare)}`,
      )
      .join('；'),
    counts: {
      labels: days.map((day) => String(Number(day.slice(8, 10)))),
      series: [
        { name: say('{asked}'), colour: 'need', data: counts.map(({ need }) => need) },
        { name: say('分享'), colour: 'spare', data: counts.map(({ spare }) => spare) },
      ],
    },
  };
}

/** Needs for each spare, where both are known. */
function scarcity(needs: number | null, spares: number | null): string {
  if (needs === null || spares === null || spares === 0) return '';
  return needs <= spares ? say('够分') : say`平均 ${(needs / spares).toFixed(1)} 人等 1 份`;
}

function sum(counts: readonly (number | null)[]): number | null {
  const known = counts.filter((count) => count !== null);
  return known.length === 0 ? null : known.reduce((total, count) => total + count, 0);
}
