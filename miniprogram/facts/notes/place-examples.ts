import type { ExamplesByRule } from './examples';

export const placeExamples: ExamplesByRule = {
  'a building and a room': {
    refused: ['3栋2单元1201', '12号楼502室', 'A座1602', '三号楼二单元五零二', '8#1502'],
    accepted: ['我在3栋', '住院部3号楼5楼12床', '3栋2单元楼下', '2栋100米外', '5号楼3岁孩子'],
  },
  'an entrance and a room': {
    refused: ['2单元501', '一单元302室'],
    accepted: ['2单元楼下', '3单元2岁宝宝'],
  },
  'figures for building, entrance and room': {
    refused: ['幸福里 3-2-1201', '3#2-1201'],
    accepted: ['2022-12-24', '有效期2025-06-30', '38-39-40度', '10-20分钟'],
  },
  'a street number and a room': {
    refused: ['中山路128号502室', '1234弄5号602室'],
    accepted: ['中山路地铁口', '2号线旁边'],
  },
  'the name of a compound': {
    refused: ['幸福小区', '梅溪湖壹号', '阳光花园'],
    accepted: ['我们小区', '小区封了', '整个小区都阳了'],
  },
};
