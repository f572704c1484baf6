import type { ExamplesByRule } from './examples';

export const bargainExamples: ExamplesByRule = {
  'a treat for a piece': {
    refused: ['一杯奶茶一粒', '一顿早饭钱一片', '一包软中华的钱，拿走一盒', '话费充值五十当感谢'],
    accepted: ['一顿饭都没吃', '喝了一杯茶就吐', '一天三顿饭', '饭后吃一粒'],
  },
  'what it cost, what it is worth': {
    refused: [
      '当初高价收的',
      '平进平出',
      '不谈钱，谈感谢',
      '最低的那个数+1',
      '总不能让我白跑吧',
      '谁给的多给谁',
    ],
    accepted: ['别让我白欠人情，直接拿', '药店比外面贵，没买', '给你们添麻烦了', '您的心意领了'],
  },
  'a figure in disguise': {
    refused: ['一瓶美林88米', '四粒60大米', '四粒35', '一盒壹〇〇', '十五每'],
    accepted: ['离地铁口500米', '一盒12粒', '7粒还剩5粒', '楼下20米'],
  },
  'goods in a plea': {
    refused: [
      '我有鸡蛋，换您家几粒退烧药',
      '其实我有五十盒，缺的来找我',
      '要药的联系我',
      '卖药的哥们找下家',
      '或者你需要的话我这有',
    ],
    accepted: ['换您也着急', '免费送大家的', '家里没有药', '朋友家也阳了', '药店卖光了'],
  },
};
