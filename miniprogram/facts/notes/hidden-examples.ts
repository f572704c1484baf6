import type { ExamplesByRule } from './examples';

export const hiddenExamples: ExamplesByRule = {
  'a number kept in another field': {
    refused: [
      '昵称去掉汉字就能找到我',
      '号在地址那一栏里',
      '我填的小区名倒过来念就是号',
      '我发的图片右下角',
      '药盒里夹了张名片',
      '这条是另一半',
    ],
    accepted: [
      '一家人分两半',
      '药盒里有张说明书',
      '药盒背面有说明',
      '昵称改不了',
      '上一条发错了，重发一次',
      '分一半给楼下',
    ],
  },
  'talk that begins on the telephone': {
    refused: ['接通了我给你加别的', '平台电话不谈价', '接通后记下我报的店名', '告诉你另一个号'],
    accepted: ['接通了告诉您门牌', '打过来告诉我几楼', '平台打的电话不用怕', '电话里再说地址'],
  },
  'a shop by a name that sounds alike': {
    refused: ['微商城有', '关注工中号', 'D音和K手都是这个名', '点小黄车', '搜“康护优选”'],
    accepted: ['商店都关门了', '公司号召大家互助', '搜遍附近药店都没有', '网上搜了吃法'],
  },
};
