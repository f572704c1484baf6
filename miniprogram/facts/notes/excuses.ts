import type { Setting } from './setting';

/**
 * Excuses for words that a rule looks for. Most notes that contain a forbidden word forbid it themselves, quote a rule,
 * or describe what somebody else did.
 */
export type Excuse =
  'denied' | 'sent-away' | 'warned' | 'others' | 'spent' | 'scarce' | 'courier' | 'free' | 'declined';

/** A forbidden word may be denied, sent away, warned of or reported about others. */
export const mentions: readonly Excuse[] = ['denied', 'sent-away', 'warned', 'others'];
/** The same excuses without the deeds of others, for words about the author's own present acts. */
export const rulings: readonly Excuse[] = ['denied', 'sent-away', 'warned'];
/** A sum of money may be another person's price, an expense, more than the author can afford, or the courier's fee. */
export const sums: readonly Excuse[] = ['others', 'spent', 'scarce', 'courier', 'declined'];

export const excused = (setting: Setting, excuses: readonly Excuse[]): boolean =>
  excuses.some((excuse) => tests[excuse](setting));

/** Words with a negating character that do not negate. */
const neutral =
  /免费|免得|特别|分别|别人|别家|别处|别的|个别|性别|区别|级别|识别|非常|除非|是非|不好意思|不错|不少|差不多|不限|不过|不同|不论|不管|无论|不得不|不仅|不但|不止|不二|不好买|不知道|不知|不够|不多|没事|没用完|没吃完|没用过|没吃过|没开封|没拆|没问题|未开封|未拆封|未拆|用不完|吃不完|用不上|用不着|无锡|没办法|没辙|受不了|不行了|不舒服|不退|不了|不方便|不便|不适|不急|莫名/g;

const negation = /[不别勿没无禁拒莫毋未非]|谢绝|杜绝|抵制|反对|打击|严查|免/;

/** Whether the words before negate the following ones: a negation within the last characters of the clause. */
export const negatedBefore = (before: string, reach = 12): boolean =>
  negation.test(before.replace(neutral, (word) => '〇'.repeat(word.length)).slice(-reach));

/** What a clause says after its first negation. */
export function afterNegation(clause: string): string {
  const found = negation.exec(clause.replace(neutral, (word) => '〇'.repeat(word.length)));
  return found ? clause.slice(found.index + found[0].length) : '';
}

/** 别给钱，给钱不送: the clause before has denied the same words. */
function deniedJustNow(previous: string, words: string): boolean {
  const at = previous.lastIndexOf(words);
  return at > 0 && negatedBefore(previous.slice(0, at), 4);
}

const sendingAway =
  /^.{0,8}?(?:的|者|人|党|贩子)?.{0,4}?(?:勿扰|勿加|勿来|勿进|勿|别来|别找|别加|别联系|别打|别信|别问|走开|绕道|绕行|滚|免谈|免扰|退散|不给|不送|不卖|自重|不是我|不理|不回|不收|不要|不用|不欢迎|不接|不行|不可以|不允许|拉黑|举报|骗子|天打|遭|报应|一律|都是骗|(?:都|已)?被我|拒绝|拒了|退回|退了|(?:我)?没(?:要|收|答应|理|给)|违规|违法|犯法|可耻|缺德|没必要)/;

const warning =
  /骗|上当|别信|不要信|不要相信|别相信|小心|警惕|谨防|当心|提防|举报|黄牛|药贩|贩子|坑人|黑心|诈|报警|投诉|曝光|千万别|不信|不敢|怕是假|规则|规定|趁火打劫|发国难财|提醒大家/;

/** A warning that introduces the next clause, or comments on the one before. */
const warningAhead = /(?:小心|警惕|谨防|当心|提防|提醒|注意|规则|规定|提示|遇到|凡是|被骗)[^，]*$/;
const warnedOf = /遇到|凡是|凡[^，]*的/;
/** The author's refusal of an offer. */
const declined =
  /^(?:(?:这个|这)?我[^，]{0,3}(?:没|不)(?:能|会|有)?|没)(?:有?要|收(?!到)|答应|理|卖|换|给|敢|干|同意|舍得)/;
const warningBehind =
  /^.{0,4}(?:骗|别信(?!要)|不要信(?!要)|别相信|不信|上当|小心|当心|黑心|举报|没理|不敢[买信付转]|怕是|别买|别付|拉黑|规则|规定)/;

/** "不小心" is an accident, not a warning. */
const careful = (text: string): string => text.replace(/不小心/g, '');

const somebodyElse =
  /药店|药房|外面|网上|别人|有人|有些人|个别|某些|黄牛|贩子|医院|诊所|某宝|淘宝|京东|美团|闲鱼|人家|他们|对方|市面|到处|奸商|商家|卖家|电商|炒到|涨到|卖到|朋友圈|店里|店员|收银|结账|排队|哪里[^，]*买|见过|看到|听说|平台上|被骗|骗子/;

const ownOffer =
  /我这|我有|我家|我手|我们有|手里|加我|联系|需要的|要的|出[^去门院汗来]|卖给(?!贩|药贩|黄牛|别人)|自提|可议|转(?=$|，)/;

/** Somebody else who made the first step. */
const approached = /(?:有人|别人|骗子|他们?|贩子|对方)[^，]*加我/;

const past =
  /(?:花了|花(?=\d|掉|费|钱)|买的|买来|买了|买|挂号|检查|打车|车费|路费|房租|工资|月薪|学费|欠|借|看病|住院|医药费|退休金|低保|补贴|压岁钱|挣|一个月|每月|罚|奖|捐|只剩|剩下|给了|退了|小票|价签|标价|发票|写着|标着)[^，]{0,6}$/;

const scarcity = /买不|抢不|卖完|卖光|缺货|断货|太贵|离谱|吃不起|拿不出|承受不|限购/;

const carriage =
  /运费|邮费|快递|跑腿|闪送|车费|路费|打车|配送|邮寄|顺丰|同城|油费|到付|路程|车钱|出租|滴滴|快送|达达|外卖/;

const freeOfCharge = /免费|无偿|白送|不要钱|不收钱|不收费|分文不取|赠送/;

const tests: Record<Excuse, (setting: Setting) => boolean> = {
  denied: ({ before, words, previous, next }) =>
    negatedBefore(before) || declined.test(next) || deniedJustNow(previous, words),
  declined: ({ next }) => declined.test(next),
  scarce: ({ words, after, next }) => scarcity.test(words + after + next),
  'sent-away': ({ after }) => sendingAway.test(after.replace(/非诚勿扰/g, '')),
  warned: ({ before, words, after, previous, next }) =>
    warning.test(careful(before + words + after)) ||
    warnedOf.test(before) ||
    warningAhead.test(careful(previous)) ||
    warningBehind.test(careful(next)),
  others: ({ before, words, after, previous, next }) =>
    !ownOffer.test(before.replace(approached, '') + after) &&
    (somebodyElse.test(before) ||
      somebodyElse.test(after) ||
      (somebodyElse.test(previous) && !/除外|勿扰|别来|绕道|从(?:药店|药房|医院|网上)/.test(previous)) ||
      /炒|涨/.test(before + words) ||
      /^(?:都|被)?(?:炒|涨)成/.test(next)),
  spent: ({ before, after }) =>
    past.test(before) ||
    /^.{0,2}(?:买的|买来|看病|挂号|打车)|^.{0,3}(?:退休金|低保|工资|补贴|生活费|压岁钱)|^的[^，]{0,6}(?:买成|涨成|卖到|炒)|^(?:都|也)?没有?/.test(
      after,
    ),
  courier: ({ before, words, after, previous }) =>
    carriage.test(before + words + after) || (carriage.test(previous) && /我|自|您|到付/.test(previous)),
  free: ({ before, words, after, next }) =>
    freeOfCharge.test(before + words + after) || /^(?:白给|免费|不要钱|白送)(?!的|勿)/.test(next),
};
