import type { Group } from '../../cloudfunctions/shared/contract/board';

/** A kind of household that asks for help: what it says about itself, and what it asks for. */
export interface NeedScenario {
  weight: number;
  groups: readonly Group[];
  /** The probability that the post is for a person who lives elsewhere. */
  elsewhere: number;
  /**
   * The people who are ill. Slots: {age} of an old person, {years} of a child, {days} of a baby, {weeks} of a pregnancy, {many}.
   */
  situations: readonly string[];
  /** Catalogue codes, each with its weight relative to the others. */
  items: Readonly<Record<string, number>>;
}

const adultItems = {
  ibuprofen: 40,
  paracetamol: 18,
  'paracetamol-sustained': 8,
  'lianhua-qingwen': 16,
  'antigen-test': 22,
  'shufeng-jiedu': 3,
  'qingfei-paidu': 2,
  ambroxol: 7,
  acetylcysteine: 6,
  dequalinium: 3,
  'watermelon-frost': 5,
  huasu: 2,
  guaifenesin: 2,
  bromhexine: 2,
  qingyan: 2,
  liushen: 1,
  loratadine: 2,
  chlorphenamine: 2,
  cetirizine: 2,
  xylometazoline: 2,
  thermometer: 7,
  'mask-n95': 6,
  'electrolyte-water': 5,
  'huoxiang-zhengqi': 2,
};
const oldItems = {
  ibuprofen: 34,
  paracetamol: 24,
  'lianhua-qingwen': 18,
  ambroxol: 12,
  acetylcysteine: 8,
  'antigen-test': 10,
  thermometer: 6,
  'electrolyte-water': 4,
  bromhexine: 3,
};
const childItems = {
  'ibuprofen-suspension': 46,
  'paracetamol-suspension': 34,
  thermometer: 10,
  'antigen-test': 12,
  'electrolyte-water': 5,
};
const babyItems = { 'paracetamol-suspension': 70, thermometer: 20, 'antigen-test': 10 };
const pregnantItems = {
  paracetamol: 55,
  'paracetamol-sustained': 12,
  'antigen-test': 18,
  thermometer: 10,
  'mask-n95': 8,
  'electrolyte-water': 6,
};

export const needScenarios: readonly NeedScenario[] = [
  {
    weight: 26,
    groups: [],
    elsewhere: 0.05,
    situations: [
      '一个人在外地租房',
      '我自己发烧了',
      '独居,没人能帮忙买药',
      '一个人隔离在家',
      '刚到这个城市上班,什么药都没备',
      '自己在家扛了两天',
      '夫妻俩都倒下了',
      '合租的三个人都阳了',
      '昨晚开始烧,今天更重了',
      '家里什么药都没有',
      '附近药店都跑遍了',
      '网上买的药一直没发货',
      '女朋友发烧了',
      '老公烧得厉害,我也开始不舒服',
      '室友阳了,我照顾了他三天,现在轮到我',
      '在工地上班,工友都病了',
      '跑外卖的,今天实在跑不动了',
      '一家{many}口都中招了',
    ],
    items: adultItems,
  },
  {
    weight: 24,
    groups: ['elderly'],
    elsewhere: 0.3,
    situations: [
      '老人和自己全部病倒',
      '家里{age}岁的老人发烧了',
      '父母都{age}多了,一起阳的',
      '爷爷{age}岁,平时身体就不好',
      '奶奶{age}岁,一个人住',
      '爸妈在老家,都烧起来了,我在外地回不去',
      '岳父岳母都阳了',
      '外婆{age}岁,咳得整夜睡不着',
      '照顾{age}岁的老母亲,自己也病了',
      '我{age}岁,儿女都不在身边',
      '老两口在家,都下不了床',
      '父亲{age}岁,烧了两天了',
      '婆婆{age}岁,吃不下东西',
      '家里两位老人,我一个人照顾',
      '楼上的独居老人{age}岁,托我帮忙问问',
    ],
    items: oldItems,
  },
  {
    weight: 20,
    groups: ['child'],
    elsewhere: 0.05,
    situations: [
      '孩子{years}岁,夜里突然烧起来',
      '{years}岁的女儿发烧了',
      '{years}岁的儿子烧到睡不着',
      '家里两个娃,大的{years}岁,都烧了',
      '单亲爸爸带着{years}岁女儿',
      '一个人带{years}岁的孩子',
      '宝宝{years}岁,儿童退烧药一滴都没有了',
      '小朋友{years}岁,幼儿园班上好多都病了',
      '全家都阳了,最小的才{years}岁',
      '孩子{years}岁,以前有过高热惊厥,不敢大意',
      '跑了好几家药店都没有孩子能吃的',
      '双胞胎{years}岁,一起烧',
    ],
    items: childItems,
  },
  {
    weight: 6,
    groups: ['infant'],
    elsewhere: 0.08,
    situations: [
      '{days}天宝宝发烧了',
      '宝宝才{months}个月',
      '{months}个月的宝宝烧了一夜,医生说先物理降温',
      '月子里,宝宝{days}天,大人都阳了',
      '{months}个月大的双胞胎',
      '新生儿{days}天,在医院排队,家里想备一点药',
      '{months}个月宝宝,打了几十家药店电话都没货',
    ],
    items: babyItems,
  },
  {
    weight: 7,
    groups: ['pregnant'],
    elsewhere: 0.04,
    situations: [
      '孕{weeks}周,发烧了',
      '老婆怀孕{weeks}周,烧起来了',
      '怀孕{weeks}周,医生说可以吃对乙酰氨基酚',
      '刚生完孩子,在喂奶,发烧了',
      '孕妇{weeks}周,不敢乱吃药',
      '媳妇预产期快到了,现在发烧',
      '姐姐怀孕{weeks}周,我帮她问',
    ],
    items: pregnantItems,
  },
  {
    weight: 9,
    groups: ['chronic'],
    elsewhere: 0.12,
    situations: [
      '{age}岁腹透患者阳了',
      '透析病人,烧起来不敢拖',
      '做过心脏支架,现在发烧',
      '有糖尿病,烧了一天',
      '肿瘤化疗期间阳了',
      '哮喘多年,这次咳得厉害',
      '我爱人是透析病人,今天开始发烧',
      '高血压加糖尿病,一个人在家',
      '肺不好的老病号,刚测出来',
      '家里有癌症病人,想先备一点',
    ],
    items: oldItems,
  },
  {
    weight: 5,
    groups: ['child', 'elderly'],
    elsewhere: 0.05,
    situations: [
      '单亲爸爸带着{years}岁女儿和两位{age}岁老人,老人都阳了',
      '上有{age}岁老人下有{years}岁孩子,全家都烧',
      '一家三代{many}口,老的小的都病了',
      '我和爱人都病了,家里还有{age}岁的妈妈和{years}岁的孩子',
    ],
    items: { ...oldItems, ...childItems },
  },
  {
    weight: 8,
    groups: [],
    elsewhere: 0.02,
    situations: [
      '宿舍四个人都发烧',
      '学生,封在学校,校医院没有药了',
      '24号要考研,仅剩的三粒药上次救助别人了,买的药还没到',
      '备考期间阳了,宿舍没有一个人有药',
      '大学宿舍{many}个人,只剩最后一粒退烧药',
      '实习在外地,合租屋里都倒了',
      '期末周发烧,药店排队排不到',
    ],
    items: adultItems,
  },
];
