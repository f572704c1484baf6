import type { ExamplesByRule } from './examples';

export const tradeExamples: ExamplesByRule = {
  'a source of goods': {
    refused: ['现货', '内部渠道', '一手货源', '全国包邮', '支持发货'],
    accepted: ['药店没现货', '免费包邮送', '哪里有货', '单位统一到货的抗原'],
  },
  'more than a household holds': {
    refused: ['布洛芬200盒', '整箱布洛芬', '要多少有多少'],
    accepted: ['24粒装一盒', '一箱牛奶', '剩2盒', '药箱里没有'],
  },
  'a gift with a condition': {
    refused: [
      '集赞38个领布洛芬',
      '交9.9会员费即可领一盒',
      '免费领，只收邮费29.9',
      '帮我砍一刀',
      '扫码登记领',
    ],
    accepted: ['不用关注不用转发，拿走就行', '邮费到付，药不要钱', '药店搭售保健品，没买', '不收手续费'],
  },
  'selling without the word': {
    refused: ['连花清瘟出，十盒', '诚出', '同行勿扰', '一件代发', '仅剩3个名额'],
    accepted: ['出院了，剩的送人', '打包好了放在门卫', '名额三位，一位4粒', '同行的朋友也有几片'],
  },
  'a wink': {
    refused: ['懂的来', '老规矩', '价：好说，谈好再给', '不贵', '看着办，自己看着给'],
    accepted: ['懂医的邻居说可以吃', '手慢的邻居别急', '老地方，小区凉亭'],
  },
  'a price of our own': {
    refused: ['外面卖60我就收40', '我这八十'],
    accepted: ['我家3口人', '我就要4粒', '我这2粒'],
  },
  'a figure without a measure': {
    refused: ['布洛芬20粒装，八十走', '抗原一人份18', '亏着出，六十'],
    accepted: ['剩20粒', '血氧95', '今年七十', 'N95'],
  },
  'a price by a guess': {
    refused: ['一盒小一百', '一盒100左右', '两张老人头', '15一p'],
    accepted: ['一盒24粒', '一板10粒', '大约10片'],
  },
  'services and goods in return': {
    refused: ['换茅台一瓶', '帮我充100话费', '购物卡也收', '给我点个外卖'],
    accepted: ['每天换3个退热贴', '不要油卡', '有人拿鸡蛋来换，我没要'],
  },
  'buying from a neighbour': {
    refused: ['卖我一盒', '求购布洛芬', '双倍价', '诚收连花'],
    accepted: ['药店不肯卖给我', '借我两粒', '收到两粒了'],
  },
};
