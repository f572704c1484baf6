import type { ExamplesByRule } from './examples';

export const contactExamples: ExamplesByRule = {
  'adds on WeChat': {
    refused: ['加v拿药', '➕薇详聊', '佳威新', '加我微信', '†徽'],
    accepted: [
      '不要加微信，打平台的号码',
      '加一床被子还冷',
      '安徽老家',
      '加维生素C',
      '有人加我微信说有药，是骗子',
      '三个人让我加微信，全是贩子',
      '我家薇薇也烧了',
    ],
  },
  'a WeChat id': {
    refused: ['微信 mama_2019', '崴信 yao888', 'V信：abc12345', '卫星：yaofan888', 'ⓥ yaofan888'],
    accepted: ['微信群里问过了', '微信步数一万多', 'N95口罩5个'],
  },
  'WeChat as a way to reach': {
    refused: ['聊天软件同号', '微信联系我', '微信同号', '搜我微信', '私V'],
    accepted: ['老人不会用微信', '单位微信群转来的', '要加微信才给的都是骗子'],
  },
  'an id after "add me"': {
    refused: ['加我 yaofan_888', '搜yaofan888'],
    accepted: ['联系社区医院', '找 N95 口罩'],
  },
  QQ: {
    refused: ['qq 123456789', '叩叩：123456789', '🐧123456789', '加企鹅'],
    accepted: ['QQ上问过同学，都没有', '扣子掉了', '秋秋今年三岁'],
  },
  'an e-mail address': {
    refused: ['发邮件 yao.boss@example.com', 'yaoping艾特example点com'],
    accepted: ['邮局寄的', '有邮费我出', 'my roommate has 39.5 fever'],
  },
  'a web address': {
    refused: ['www.yao123.com', 'http://t.cn/x', 'yao123点com', 'yao123 。 com'],
    accepted: ['烧到39.4', '0.3g*24粒', '2.5ml'],
  },
  'a code to scan': {
    refused: ['扫码拿药', '搜公众号药到家', '#小程序://药房/AbCdEf', '长按识别二维码'],
    accepted: ['健康码扫码才让进', '医院公众号约不上号', '需要的在小程序里打给我', '谁让你扫码付款都别付'],
  },
  'an invitation to a group': {
    refused: ['进群拿货', '加群 123456789', '进裙', '君羊号 123456789'],
    accepted: ['业主群里问了一圈都没有', '我不加群', '微信群里发了没人回'],
  },
};
