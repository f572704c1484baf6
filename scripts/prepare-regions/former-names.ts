/** Maps old names to today's regions, from the list of every code since 1981 and its successors. */
import { readFileSync } from 'node:fs';
import type { RegionRow } from './region-rows';

/** 崇文区 leads to 110101. Of several successors, the one with the same stem comes first. */
export interface FormerName {
  name: string;
  successors: string[];
}

/** Names given up before this year are no longer in use among people. */
const firstYear = 1990;

/**
 * Names of counties and prefectures that no region has today. Left out are names that differ from their successor's only
 * in 区, 县 or 市 (宁乡县), which a reader recognises without a table.
 */
export function formerNames(historyFile: string, rows: readonly RegionRow[]): FormerName[] {
  const history = readHistory(historyFile);
  const today = new Map(rows.map(([adcode, name]) => [adcode, name]));
  // A name that the city still has, or that a city of the province has today, keeps its present meaning.
  const named = new Set(
    rows.flatMap(([adcode, name]) => [
      adcode.slice(0, 4) + name,
      ...(adcode.endsWith('00') ? [adcode.slice(0, 2) + name] : []),
    ]),
  );
  const found = new Map<string, FormerName>();
  for (const entry of history) {
    if (entry.until === undefined || entry.until < firstYear || vague.test(entry.name)) continue;
    const successors = successorsOf(entry, history).filter((code) => today.has(code));
    const isSaid =
      named.has(entry.code.slice(0, 4) + entry.name) ||
      named.has(entry.code.slice(0, 2) + entry.name) ||
      successors.some((code) => isAlike(today.get(code) ?? '', entry.name));
    if (successors.length === 0 || isSaid) continue;
    const key = entry.code.slice(0, 4) + entry.name;
    const known = found.get(key)?.successors ?? [];
    found.set(key, { name: entry.name, successors: [...new Set([...known, ...successors])] });
  }
  const once = new Map([...found.values()].map((former) => [former.name + former.successors.join(), former]));
  return [...once.values()].sort((a, b) =>
    a.successors.join() + a.name < b.successors.join() + b.name ? -1 : 1,
  );
}

interface Entry {
  code: string;
  name: string;
  from: number;
  /** The last year in which the name was in use; undefined for a name in use today. */
  until: number | undefined;
  isRenamed: boolean;
  /** Successor codes, each with the year in which it took over, if the list gives one. */
  next: { code: string; year: number | undefined }[];
}

/** 市辖区, 郊区 and the like are not names of places, and a 地区 that became several cities leads to none of them. */
const vague = /^(市辖区|县|郊区|市郊区|城区|市区|矿区|省直辖.*|.*办事处|.*行政区|.*特区|.*工农区)$/;

function readHistory(file: string): Entry[] {
  const [, ...lines] = readFileSync(file, 'utf8').trim().split(/\r?\n/);
  return lines.map((line) => {
    const [code = '', , , name = '', , state, from, until, next = ''] = line.split(',');
    return {
      code,
      name,
      from: Number(from),
      until: state === '在用' ? undefined : Number(until),
      isRenamed: state === '变更',
      next: next
        .split(';')
        .filter((text) => text !== '')
        .map((text) => ({
          code: text.slice(0, 6),
          year: text.includes('[') ? Number(text.slice(7, 11)) : undefined,
        })),
    };
  });
}

/** Follows the successors year by year until it reaches today's codes. */
function successorsOf(entry: Entry, history: readonly Entry[], depth = 0): string[] {
  const { until } = entry;
  if (until === undefined) return [entry.code];
  if (depth > 12) return [];
  const named = entry.next.filter(({ year }) => year === undefined || year === until);
  // A prefecture that only changed its name keeps its code.
  const taken = named.length === 0 && entry.isRenamed ? [{ code: entry.code }] : named;
  const heirs = taken.flatMap(({ code }) =>
    history.filter(
      (other) => other.code === code && other.from <= until && (other.until ?? Infinity) > until,
    ),
  );
  // The successor founded for it comes before those that took only a part: 巴县 leads to 巴南区.
  const ordered = [...heirs].sort((a, b) => Number(a.from !== until) - Number(b.from !== until));
  const codes = ordered.flatMap((heir) => successorsOf(heir, history, depth + 1));
  const names = new Map(history.filter((one) => one.until === undefined).map((one) => [one.code, one.name]));
  const rank = (code: string): number => Number(!isAlike(names.get(code) ?? '', entry.name));
  return [...new Set(codes)].sort((a, b) => rank(a) - rank(b));
}

/** Whether two names share a stem: 宁乡县 and 宁乡市, 恭城县 and 恭城瑶族自治县. */
function isAlike(name: string, former: string): boolean {
  const short = stem(former);
  return stem(name) === short || (short.length > 1 && name.startsWith(short) && name.includes('自治'));
}

function stem(name: string): string {
  return name.replace(/(新区|地区|自治[县旗州]|[区县市旗盟])$/, '');
}
