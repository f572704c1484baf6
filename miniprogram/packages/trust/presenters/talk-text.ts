import type { Board } from '../../../../cloudfunctions/shared/contract/board';
import type { Campaign } from '../../../../cloudfunctions/shared/contract/campaign';
import type { Caller, Contact } from '../../../../cloudfunctions/shared/contract/contact-calls';
import type { Said, Saying, Side } from '../../../../cloudfunctions/shared/contract/talk';
import { chinaClock, chinaDay } from '../../../facts/china-time';
import { planDays } from '../../../facts/plan-days';
import type { Talk } from '../../../model/contacts';
import { choices } from '../../../presenters/publish/form-fields';
import { listed, say, translated, translatedList } from '../../../facts/words/say';

type Words = Pick<Campaign, 'talk' | 'groups'>;

/** One thing that was said, as the page draws it. */
interface SaidRow {
  key: string;
  mine: boolean;
  text: string;
  /** 14:05, or 12月20日 14:05 on another day. */
  timeText: string;
}

/** A contact with what was said in it, in words. */
export interface TalkText {
  board: Board;
  /** 王* · 布洛芬 */
  title: string;
  stateText: string;
  /** 给老人，家里 3 人病了; empty where the viewer did not say. */
  forWhomText: string;
  /** Which number will ring; empty for the viewer, and without a number. */
  ringsText: string;
  rows: SaidRow[];
  sentences: { code: string; text: string }[];
  canSay: boolean;
  /** There is a number, so that what comes next is to be arranged. */
  canCall: boolean;
  /** Why nothing more can be said, or that few things are left; empty otherwise. */
  leftText: string;
}

const fewLeft = 3;

/** `nowMs` is the server's clock. */
export function talkText({ contact, caller, said, left, nowMs }: Talk, words: Words): TalkText {
  const side: Side = contact === null ? 'poster' : 'viewer';
  const seen = contact ?? caller;
  const gives = seen !== null && (seen.board === 'spare') === (side === 'poster');
  const canSay = (seen?.can.say ?? false) && left > 0;
  const name = contact === null ? (caller?.viewerName ?? '') : contact.posterName;
  return {
    board: seen?.board ?? 'need',
    title: `${name} · ${translatedList(seen?.summary ?? '')}`,
    stateText: translated(stateTexts[seen?.state ?? 'ended']),
    forWhomText: caller === null ? '' : forWhomText(caller.forWhom, words),
    ringsText: caller?.ringsAs ? say`TA打来时，手机上显示尾号 ${caller.ringsAs} 的隐私号码。` : '',
    rows: said.map((each, index) => saidRow(each, side, `${index}`, { words, nowMs })),
    sentences: canSay
      ? words.talk.sentences
          .filter(({ by }) => by === 'both' || by === (gives ? 'giver' : 'taker'))
          .map((sentence) => ({ ...sentence, text: translated(sentence.text) }))
      : [],
    canSay,
    canCall: seen?.state === 'open',
    leftText: leftText(seen?.can.say ?? false, left),
  };
}

function leftText(may: boolean, left: number): string {
  if (!may) return say('这次联系已经结束，不能再发消息。');
  if (left === 0) return say('您说得很多了。请等对方回复，或者打电话。');
  return left <= fewLeft ? say`还能发 ${left} 句。` : '';
}

const stateTexts: Record<Contact['state'] | Caller['state'], string> = {
  open: '可以打电话',
  waiting: '等您回电',
  'call-back': '等对方回电',
  ended: '号码已失效',
};

/** 给老人、孕产妇，家里 3 人病了; empty where nothing was said. */
export function forWhomText(
  { groups, ill }: { groups: readonly string[]; ill: number | null },
  { groups: names }: Pick<Campaign, 'groups'>,
): string {
  const who = names.filter(({ code }) => groups.includes(code)).map(({ name }) => translated(name));
  return listed(
    [who.length === 0 ? '' : say`给${listed(who)}`, ill === null ? '' : say('{illAtHomeCount}', ill)].filter(
      (part) => part !== '',
    ),
    '，',
  );
}

function saidRow(
  { side, saying, atMs }: Said,
  reader: Side,
  key: string,
  { words, nowMs }: { words: Words; nowMs: number },
): SaidRow {
  const text = sayingText(saying, words, nowMs);
  const mine = side === reader;
  const day = chinaDay(atMs) === chinaDay(nowMs) ? '' : `${dateText(chinaDay(atMs))} `;
  const timeText = `${day}${chinaClock(atMs)}`;
  return { key, mine, text, timeText };
}

/** What was said, in the words of the campaign; a code that it no longer has is named as such. */
export function sayingText(saying: Saying, { talk }: Words, nowMs: number): string {
  if (saying.kind === 'sentence')
    return translated(
      talk.sentences.find(({ code }) => code === saying.code)?.text ?? '（这句话现在没有了）',
    );
  const way = translated(choices.handOver.find(({ code }) => code === saying.way)?.name ?? '');
  const place = translated(talk.places.find(({ code }) => code === saying.place)?.name ?? '');
  const hours = translated(talk.hours.find(({ code }) => code === saying.hours)?.name ?? '');
  const time = saying.day === null ? '' : `${dayText(saying.day, nowMs)} ${hours}`;
  return [way, place, time].filter((part) => part !== '').join(' · ');
}

/** 今天, 明天, 后天, or 12月20日. */
export function dayText(day: string, nowMs: number): string {
  return [say('今天'), say('明天'), say('后天')][planDays(nowMs).indexOf(day)] ?? dateText(day);
}

const dateText = (day: string): string => say`${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日`;
