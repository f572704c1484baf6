import type { ExamplesByRule } from './examples';

export const accountExamples: ExamplesByRule = {
  'an account on another service': {
    refused: [
      '我钉钉号 sunqiang_pe',
      '小红书号 94000217 有空看一下',
      'Telegram @helen_in_sh, need Tylenol',
      '抖音私我：阿芳爱做饭0723',
      '陌陌号40002917',
    ],
    accepted: ['抖音上看的偏方不敢用', '钉钉打卡都没力气', 'online order is out of stock'],
  },
  'a telephone number in two parts': {
    refused: ['手机尾号7093，前面1870000', '前面1380013后四位8000', '短号661742'],
    accepted: ['手机尾号7093', '前面1号楼下'],
  },
  'the number of an identity card': {
    refused: ['身份证430100195001010010，真名真姓', '430100195001010010'],
    accepted: ['批号430100195001', '身份证在老家'],
  },
  'a door in other words': {
    refused: [
      '老电厂家属院5栋3楼东户',
      '桂花城9栋1单元门口鞋柜上，801',
      '工农路88号6幢丙单元704',
      '胜利街27号平房',
    ],
    accepted: ['3楼东边的住户都烧了', '住平房，没暖气', '9栋1单元门口见'],
  },
};
