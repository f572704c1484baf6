import type { FindingKind } from './finding';
import { digitRuns, type DigitGroup } from './digit-runs';
import type { FoldedText } from './normalise';
import type { Match } from './rule';

/** Phone and account numbers in a note's digits. */
export function numberMatches(folded: FoldedText): Match[] {
  const found: Match[] = [];
  for (const reading of ['figures', 'sounds'] as const)
    for (const { groups } of digitRuns(folded, reading)) {
      for (const number of numbersIn(groups, folded, reading === 'figures')) {
        if (found.some((other) => other.from < number.to && number.from < other.to)) continue;
        found.push({ ...number, from: withLabel(folded.text, number.from) });
      }
    }
  const apart = (account: Match): boolean =>
    !found.some((other) => other.from < account.to && account.from < other.to);
  const further = [...interleavedMatches(folded), ...accountMatches(folded)].filter(apart);
  return [...found, ...further];
}

/** A number with another character after every figure: 13退8烧0药0有0. */
function interleavedMatches({ text }: FoldedText): Match[] {
  return [...text.matchAll(/\d{1,2}(?:[^\d，、.]\d{1,2}){6,10}/g)].flatMap(({ index, 0: words }) =>
    mobile.test(words.replace(/\D/g, '')) ? [{ kind: 'mobile', from: index, to: index + words.length }] : [],
  );
}

/** Letters with three figures or an underscore, typed without a blank: a name on some other service. */
function accountMatches({ text, gaps }: FoldedText): Match[] {
  return [...text.matchAll(/[a-z][a-z0-9_-]{5,19}/g)].flatMap(({ index, 0: token }) => {
    const parted = [...token].some((_, offset) => offset > 0 && gaps.has(index + offset));
    const figures = token.match(/\d/g)?.length ?? 0;
    const account = /_/.test(token) || (/[a-z-]{2}/.test(token) && figures >= 3);
    if (
      parted ||
      !account ||
      /\d(?:mg|ml|g|mcg|ct|x)$|^(?:covid|kn|lot|exp|cr\d|lr\d|[a-z]{1,3}\d{3,5}(-\d{4})?$)/.test(token)
    )
      return [];
    return [{ kind: 'number', from: index, to: index + token.length }];
  });
}

const mobile = /^(?:0?0?86)?1[3-9]\d{9}$/;
const landline = /^(?:0?0?86)?0(?:10|2\d|[3-9]\d{2})[2-8]\d{6,7}(?:\d{1,4})?$/;
const service = /^(?:400|800)\d{7}$/;

/** No number has more digits, with a country's code and an extension. */
const longest = 20;

function numbersIn(groups: readonly DigitGroup[], folded: FoldedText, figures: boolean): Match[] {
  const found: Match[] = [];
  for (let first = 0; first < groups.length; first++) {
    for (let last = Math.min(groups.length, first + longest) - 1; last >= first; last--) {
      const number = numberOf(groups.slice(first, last + 1), folded, figures);
      if (!number) continue;
      found.push(number);
      first = last;
      break;
    }
  }
  return found;
}

function numberOf(groups: readonly DigitGroup[], { text }: FoldedText, figures: boolean): Match | undefined {
  const [first] = groups;
  const last = groups.at(-1);
  if (!first || !last) return undefined;
  const match = (kind: FindingKind, from = first.from, to = last.to): Match => ({
    kind,
    from,
    to,
  });
  const digits = groups.map((group) => group.digits).join('');
  if (
    mobile.test(digits) &&
    !looksLikeTimes(groups, text) &&
    !temperatures.test(text.slice(first.from, last.to))
  )
    return match('mobile');
  const before = text.slice(Math.max(0, first.from - 8), first.from);
  if (approval.test(before)) return undefined;
  if (!figures) {
    const heard = /1[3-9]\d{9}/.exec(digits);
    const alone = groups.length === 1 && heard && digits.length <= 14;
    if (mobile.test(digits) && groups.map((group) => group.digits.length).join('') === '344')
      return match('mobile');
    return alone ? match('mobile', first.from + heard.index, first.from + heard.index + 11) : undefined;
  }
  // The remaining numbers are shorter than a mobile phone's, so one that spans clauses or is spelled out would also be found in
  // ordinary words.
  const clauses = text.slice(first.from, last.to).split('，');
  if (clauses.length > 2 || (clauses.length === 2 && !/^0\d{2,3}$/.test(first.digits))) return undefined;
  if (/[a-z]/.test(clauses.join(''))) return undefined;
  const whole = groups.length <= 3 && /^[ \-，]{0,3}$/.test(between(groups, text));
  if (whole && (landline.test(digits) || service.test(digits))) return match('landline');
  if (qqLabel.test(before) && digits.length >= 5 && digits.length <= 12) return match('qq');
  if (wechatLabel.test(before) && digits.length >= 5 && digits.length <= 12) return match('wechat');
  const labelled = phoneLabel.test(before);
  if (labelled && groups.length <= 5 && /^[2-8]\d{6,7}$/.test(digits) && !isDate(digits))
    return match('landline');
  if (labelled && digits.length >= 7 && digits.length <= 15) return match('landline');
  if (groups.length > 1 || !/^[0-9]+$/.test(text.slice(first.from, last.to))) return undefined;
  return digits.length >= 7 && !isDate(digits) && !/[a-z\-]$/.test(before) ? match('number') : undefined;
}

const approval =
  /准字|批号|批文|批次|有效期|日期|效期|条码|编号|械注|卫消|卫健|国药|药准|注册证|单号|执行标准|gb$|[hzsjbft]$/;
const phoneLabel =
  /(?:电话|手机|号码|联系|tel|phone|打|拨|致电|call|短信|座机|固话|热线|号|呼|找我|dianhua|shouji)[^，]{0,3}[:是为]?$/;

const qqLabel = /(?:q{1,2}|扣扣?|叩叩?|抠抠|口口|球球|秋秋|丘丘|企鹅)(?:号码|号|群|[:是为加])*$/;
const wechatLabel = /(?:[微薇威徽维]信?|[vw]信?|[vw]x)(?:号码|号|[:是为加])*$/;

const between = (groups: readonly DigitGroup[], text: string): string =>
  groups.slice(1).reduce((all, group, index) => all + text.slice(groups[index]?.to, group.from), '');

/** 08:30-11:30 13:00 are opening hours, however many digits they have together. */
const looksLikeTimes = (groups: readonly DigitGroup[], text: string): boolean =>
  groups.length >= 4 && groups.every((group) => group.digits.length <= 2) && /:/.test(between(groups, text));

/** Two temperatures: D1 38.1 D2 39.0 D3 39.4. */
const temperatures = /(?:(?:^|[^\d.])(?:3[5-9]|4[0-2])\.\d(?!\d).*){2}/;

/** 20250630, 202506, 20221224 or 2212241830. */
const isDate = (digits: string): boolean =>
  /^(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:[0-3]\d)?(?:\d{2,6})?$/.test(digits);

/** A number's label is part of the finding: 我的电话是138…. */
function withLabel(text: string, from: number): number {
  const label =
    /(?:(?:请|可以?|直接|有的|欢迎|麻烦|有药的?|随时|急|可){0,6}(?:拨打|联系|致电|打|加|发短信|呼|call)?(?:我的?|本人|家里?|他的?|她的?|爸爸?|妈妈?|女儿|儿子){0,6}(?:的)?(?:联系)?(?:电话|手机号?码?|号码|联系方式|tel|phone|座机|固话|dianhua|shouji){0,6}(?:号码?)?(?:是|为|:){0,6})$/.exec(
      text.slice(Math.max(0, from - 24), from),
    );
  return label ? Math.max(0, from - 24) + label.index : from;
}
