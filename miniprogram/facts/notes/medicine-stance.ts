import { consistsOf } from './consists-of';
import { negatedBefore } from './excuses';
import type { NoteContext } from './finding';
import type { Setting } from './setting';

/** A spoiled medicine counts as offered on the board of spares, unless the clause denies it or warns of it. */
export function stanceOnSpoiled({ before, after, next }: Setting, board: NoteContext['board']): Stance {
  if (
    negatedBefore(before) ||
    /^[^，]{0,6}[不别勿没扔丢]/.test(after) ||
    /^[^，]{0,4}(?:别|不|扔|丢|勿)/.test(next)
  )
    return 'said';
  if (board === 'spare') return 'offered';
  return /也(?:行|可以?|要|求|好)|都(?:行|可以|要)|求/.test(before + after) ? 'asked' : 'said';
}

/** The act of a clause on the medicine that it names. `said` requests nothing and offers nothing. */
export type Stance = 'offered' | 'asked' | 'said';

const asking =
  /求(?!助热线)|急需|需要|跪求|想要|急要|寻(?!常)|急找|在找|^找|找(?:个|点|一)|有[没木]有(?!用|效)|谁(?:家)?有|谁能|哪(?:里|儿|位|家|个)?[^，]{0,3}有|谁家|缺(?!点)|想借|借(?:点|我|一)|分(?:我|点)|给(?:点|我|匀)|匀(?:点|我|一)|收(?!到)|想买|要买|急买|差(?!不多|点)|等着|麻烦.{0,3}给|要(?=[一二两三四几半\d]?[点些盒板粒片支瓶袋几]|$)|只要|来(?:点|一|几)|能(?:不能)?(?:给|分|匀)|也(?:行|可以?)$|盼/;
const askingAfter =
  /^[^，]{0,8}(?:有吗|有么|有没有|有木有|谁有|哪里?有|求|急需|需要|在哪|能给|可以给|给点|也行|也可以?|也要|都行|最好|急用|一?盒也行|行不行)/;
const offering =
  /有(?!过敏|用|效|点|些|反应|副作用|毒|问题|抗|没|关|哪|人|时|一点用|可能|医|什么|说)|剩|多余|多出|多了|富余|余(?:下|了)|用不(?:上|着|完)|吃不完|没吃完?(?!药)|没用(?:完|过|上)|没拆|未拆|未开|闲置|可(?:以)?(?:送|给|提供|分|赠)|送(?!医|去|到医|急|诊)|赠|分享|分(?:给|一)|匀(?:给|出|一|$)|出(?![门院血汗疹去现来生于])|转(?!院|诊|为|成|移|肺|氨)|捐|免费|自取|来拿|拿走|来取|领(?!导)|提供|放(?:在|门)|能(?:送|给)|要的|需要的|囤|存[了着]|供|可拿|给(?:有需要|需要|大家|邻居)/;
const offeringAfter =
  /^[^，]{0,10}?(?:有(?!过敏|用|效|点|反应|副|毒|问题|没)|剩|多余|用不(?:上|着|完)|没吃完|没喝完|没用完|没拆|未拆|未开|全新|可(?:以)?(?:送|给|拿|提供|分|自取|赠)|送(?!医|去|到医|急)|赠|分享|匀|出(?![门院血汗疹])|捐|免费|自取|来拿|拿走|领|要的|需要的?|\d+(?:盒|板|粒|片|支|瓶|袋)(?!就|没(?![开拆用])|都)|[一二两三四五六七八九十几](?:盒|板|粒|片|支|瓶|袋)(?!就|没(?![开拆用])|都)|现货|有货|到货|还能(?:用|吃)|能(?:用|吃)|要[吗么不]|谁要|可以?让|不影响|带走|联系|私)/;

/** Taking, prescribing and similar words, directly before the name. */
const taking =
  /(?:吃|服|喝|用(?!不)|使用|打(?!算|扰|听|电话|包)|注射|输|挂|吊|滴|开|配|涂|抹|喷|吸|雾化|停|戒|依赖|靠|离不开|试|上|加|改|换|推荐|建议|处方|含|带|叫|因为?|除了?|对|补|维持|备(?!有)|治|属于|是|像|当|比|忘|混|同时|禁|忌|防|查|装|发(?!烧)|买(?!到)|得|推|联合|口服|接受)(?:过|了|着|的|完|上|到|药|点|在|成|为|给|起|进|过的?|用|服|吃|停|入)*(?:的是)?(?:一?(?:点|些|种|直|周|天|盒|片|粒|针|次|支|瓶)|两|[\d三四五六七几](?:天|次|盒|片|粒|针|周|年|瓶))?(?:的|了)?$/;
const offersLeftover = /(?:用不|吃不|没吃|没喝完|没用|吃剩|用剩|剩|多开|多买|多配|开多|买多|配多|有多|囤)/;
const takingAfter =
  /^(?:类|药|片|胶囊|颗粒|等|这类|这种|之类)*(?:药物?|的)?[^，]{0,4}?(?:过敏|耐药|不耐受|没用|没(?:有)?效|无效|不管用|不顶用|没(?:啥|什么)用|不行|也没|都没|没了|没有了|停|吃(?:了|完|过|着|到|多|上|下|后)|用(?:了|完|过|着|到|后)|打(?:了|完|过|着|到)|输(?:了|完|过|着|液)|挂(?:了|完|过|水)|喝(?:了|完|过)|治疗|退(?!烧药)|压|控制|维持|一天|每天|每日|长期|依赖|针打|皮试|阳性|抗性|不能|不敢|不要|不用|不吃|不可|不送|不给|不提供|不含|不收|不转|不卖|别|禁|过量|副作用|反应|吐|拉肚|[一二两三四五六七八九十几\d]+(?:天|年|个月|周|次|针|多年)|好(?:了|转)|刚|就好|还是|还在|还烧|仍|后|期间|以后|之后|和布洛芬(?:能|可以|一起)|跟布洛芬|一起|同服|同吃|冲突|相克|是(?:医生|处方|不)|要(?:医生|处方|皮试)|属于|医生|得(?:医生|处方))/;
const clinic =
  /医生|大夫|医院|门诊|急诊|护士|药店|药房|诊所|社区(?:医|开|给)|医嘱|处方|住院|出院|病史|既往|过敏史|用药史|病人|患者|术后|化疗|透析/;
const refusing =
  /(?:不|别|没|无|非|勿|除|免)(?:要|想要|需要|需|用|求|吃|能吃|能用|能碰|能打|敢吃|敢用|敢碰|含|是|收|缺|送|给|提供|找|有|会|可|再|敢|了|接受|推荐|建议|许|准|发|能送|能给|可以|能|打|带|问|买|卖|得)?(?:的|到|再|了|过|这种|任何|什么|那种|含|含有)*(?:[^，有送]{0,2}[、和或及跟与])?$/;
const allergy = /过敏|不耐受|耐药|皮试|禁用|忌/;

export function stanceOf(setting: Setting, text: string, board: NoteContext['board']): Stance {
  const { before, after, next, previous } = setting;
  if (turnedDown(setting, text, board) || /(?:不需要|不用了|不要了)$/.test(after)) return 'said';
  const asks =
    unrefused(before, asking) ||
    (/有$/.test(before) && /^[^，]{0,4}[吗么]/.test(after)) ||
    (askingAfter.test(after) && !/^[^，]{0,6}(?:[不别勿没](?:能|给|送|可)|不(?:需|急|要|求))/.test(after));
  if (
    allergy.test(before + after) ||
    (bare(after) &&
      !/[盒板粒片支瓶袋]/.test(after) &&
      allergy.test(next) &&
      !asks &&
      !unrefused(before, offering))
  )
    return 'said';
  if (
    refusing.test(
      before
        .slice(-16)
        .replace(
          /没(?:吃|用)(?:完|过)|没拆|不少|免费|特别|分别|差不多|除了?[^，]{0,6}(?:还|也)有|有[没木]有/g,
          '〇',
        ),
    )
  )
    return offersAfterRefusal(after) ? 'offered' : 'said';
  const taken = taking.test(before.slice(-14)) && !offersLeftover.test(before.slice(-10));
  const takesAfter = takingAfter.test(after) && !offersLeftover.test(after.slice(0, 8));
  if (board === 'spare' && leftAfter.test(next)) return 'offered';
  if (taken && !givesAway(before, after)) return asksForIt(setting, text) ? 'asked' : 'said';
  if (takesAfter && !asks && !givesAway(before, after)) return asksForIt(setting, text) ? 'asked' : 'said';
  if (asks && !(clinic.test(before) && !unrefused(before, asking))) return 'asked';
  if (board === 'spare') {
    if (clinic.test(before) && !givesAway(before, after)) return 'said';
    return unrefused(before, offering) ||
      offeringAfter.test(after) ||
      bareClause(before, after) ||
      (bare(after) && /^(?:免费|送|赠)/.test(next))
      ? 'offered'
      : 'said';
  }
  if (givesAway(before, after) || (offersLeftover.test(after.slice(0, 8)) && giving.test(next.slice(0, 10))))
    return 'offered';
  if (asksForIt(setting, text)) return 'asked';
  const listed =
    bareClause(before, after) && !clinic.test(previous) && !takes(previous) && !/[:]$/.test(before);
  return listed ? 'asked' : 'said';
}

/** 吃了几天头孢，还剩半盒: the rest is of the same medicine, unless another one is named. */
const leftAfter =
  /^(?:还|也|只)?(?:剩|多|没吃完|没用完|没喝完)(?!下?的?(?:布洛芬|美林|泰诺林|对乙酰|退烧|退热|抗原|感冒|连花|止咳))/;
/** 阿奇霉素，药师说不能随便给人. */
const forbidden =
  /(?:不能|不可以?|不敢|不许|不得)(?:随便|乱|私下|私自|再|转)?(?:给(?:别?人|，|$)|送人|转让|送出)/;
/** 头孢家里有也不送, 奥司他韦不外送. */
const withheld = /^[^，送给]{0,8}(?:不|别)(?:外|再|能|会|可以|敢)?(?:送(?!人就)|给)/;

/** 有人问我要头孢，没有: somebody else asked, or a clause further on refuses it. Or it was found at home. */
function turnedDown(
  { before, after, next, previous, end }: Setting,
  text: string,
  board: NoteContext['board'],
): boolean {
  if (/有人|别人|问我|来要/.test(before) && /^(?:这个|这些)?我?(?:没有?$|不|也不)/.test(next)) return true;
  if (/^(?:这个?|那个?)?我?不外?[送给]/.test(next)) return true;
  if (withheld.test(after) || forbidden.test(text.slice(end, end + 24))) return true;
  if (board === 'need') return /(?:全是|都是|只有|翻出)[^，]*$/.test(previous) && bare(before) && bare(after);
  return /^(?:类|这类|这种|之类|什么|等)?的?我?(?:这里|家里?)?(?:也|都)?没有?(?![用吃拆开喝过])/.test(after);
}

/** Whether the words occur before the name without a negation of their own. */
function unrefused(before: string, words: RegExp): boolean {
  const found = new RegExp(words.source, 'g');
  return [...before.matchAll(found)].some(({ index }) => !negatedBefore(before.slice(0, index), 3));
}

const giving =
  /(?:免费|可以?|能|想|愿意?|全部|都|一起)?(?:送(?!医|去|到医|急|诊|来|急诊)|赠|转让|转给|匀给|捐|分享|自取|拿走|来拿|来取|领取|出给|分给|给有需要|给需要)/;
const givesAway = (before: string, after: string): boolean =>
  unrefused(before, giving) ||
  (giving.test(after.slice(0, 14)) &&
    !/[不别勿没]/.test(
      after.slice(0, 14).replace(/用不[上着完]|吃不完|没吃完|没喝完|没用完|没拆|未拆/g, ''),
    )) ||
  (offersLeftover.test(after.slice(0, 8)) && /送|给|要|取|拿|分|私|联系/.test(after));

const offersAfterRefusal = (after: string): boolean => /^[^，]{0,4}(?:以外|之外)[^，]*有/.test(after);

const filler =
  /我|家里?|这|还|都|也|各|和|及|跟|或者?|、|:|药|类|片|胶囊|颗粒|分散片|克肟|拉定|呋辛|氨苄|曲松|丹|他啶|克洛|羟氨苄|地尼|泊肟|曲松|丙烯|干混悬剂|针|笔|注射液|\d|一|二|两|三|四|五|六|七|八|九|十|几|半|盒|板|粒|支|瓶|袋|片|包|若干|少量|全新|疗程|止咳水|止咳露|糖浆|等|布洛芬|美林|泰诺林?|退烧药|退热药|抗原|感冒药|止咳药|止咳糖浆|止疼药|连花清瘟|莲花清瘟|口罩|n95|对乙酰氨基酚|颗|儿童|成人|进口|国产|正品|特效药?|现货|有货|到货|谢谢|急|了|的|吧|啊|哈|呀|\+/y;

/** 打胰岛素的老人，诺和锐30: the clause before says that it is taken. */
const takes = (previous: string): boolean =>
  /(?:打|吃|服|注射|长期|一直)[^，]{0,8}$/.test(previous) && !/求|缺|没|买/.test(previous);

/** A clause that only lists things; the board decides whether they are given or sought. */
const bareClause = (before: string, after: string): boolean => bare(before) && bare(after);
const bare = (words: string): boolean => consistsOf(words, filler);

const ranOut =
  /买不到|没货|断货|缺货|配不到|开不到|没有了|用完|吃完|打完|没了|断药|停药|不够|快没|抢不到|搞不到|断了|见底|跑空/;
const objectless =
  /急|跪|在线|请问|有没有|好心人|哪位|大家|邻居|附近|请|麻烦|谁|哪里|能不能|可不可以|求助?|救命|急需|求|帮忙|救急|匀|给|借|有|可以|一?点|一?些|一?[盒支瓶板片粒]|吗|么|我|的|家|人|朋友|好心|谢谢|了|啊|下|先|急用|能|想|同款|帮|\d|，/y;
const wants = /谁|求(?!助$)|有没有|哪里|有吗|能不能|匀|借|急需|给/;

/** "医生开了奥司他韦，药店没货，谁有": a request without an object asks for the last named thing. */
function asksForIt({ after, end }: Setting, text: string): boolean {
  const later = text.slice(end);
  const gone = ranOut.exec(later);
  if (!gone) return false;
  const rest = later.slice(gone.index + gone[0].length).split('，');
  const clauses = after.includes(gone[0]) || rest.length > 0 ? rest : [];
  return clauses
    .slice(0, 3)
    .some(
      (clause) =>
        clause !== '' &&
        consistsOf(clause, objectless) &&
        wants.test(clause) &&
        !/退烧|布洛芬|美林|抗原/.test(clause),
    );
}
