import type { ExamplesByRule } from './examples';

export const moneyExamples: ExamplesByRule = {
  'a sum of money': {
    refused: ['10元/粒', '一粒5块', '五毛一片', '一盒壹佰元', '50rmb一盒', '5🌟0元一板'],
    accepted: [
      '两种药能不能一块吃',
      '跑腿费我出，30元以内',
      '花18块买的，送人',
      '外面炒到五十块一片',
      '元旦值班',
      '3单元楼下',
    ],
  },
  'a sum with a sign': {
    refused: ['¥60/盒', '￥35一板', '$20', '8r一支'],
    accepted: ['邮费¥12到付', '药店标价¥32，不收您的'],
  },
  'a figure for each piece': {
    refused: ['20一粒', '十五一粒', '10/粒', '80/盒'],
    accepted: [
      '二十一粒',
      '连花11粒',
      '24粒/盒',
      '烧到40一粒退烧药都没有',
      '一天3次一次1片',
      '闲鱼上要20一粒，太贵',
    ],
  },
  'a piece for a figure': {
    refused: ['一板30，两板55', '每支15', '一盒80'],
    accepted: ['一盒24粒', '一板10粒', '一片0.5克', '一盒50片'],
  },
  'a bare figure to pay': {
    refused: ['两盒只要60', '拿走给30就行', '服务费20', '美林168，不退'],
    accepted: ['只要4粒', '给2片就够', '体温只要38就行', '求布洛芬，烧到39'],
  },
  'a price is spoken of': {
    refused: ['价格好说', '低价出', '收个成本', '成本价转'],
    accepted: ['药店高价买不起', '价格太高了', '不谈价格，送人', '平价药店买的'],
  },
  payment: {
    refused: ['先转账后发货', '支付宝付款', '定金50', '款到发货'],
    accepted: ['不用付钱', '有人让我先转账，是骗子', '不要押金', '可以付跑腿的钱，邮费到付'],
  },
  'pay me first': {
    refused: ['先转再寄', '先付一半', '运费先转我50'],
    accepted: ['谁急用先给谁', '先给老人', '打我电话', '别转我钱', '谁让先付钱的都是骗子'],
  },
  'a red packet': {
    refused: ['红包随意', '发个红包就给', '🧧随意', 'hongbao'],
    accepted: ['过年红包都看病了', '不要红包', '别发红包给我', '要红包的都是骗子'],
  },
  'a tip asked for or promised': {
    refused: ['必有重谢', '看着给点', '一杯奶茶钱'],
    accepted: ['万分感谢', '谢谢好心人', '不要酬谢', '收奶茶钱的别来'],
  },
};
