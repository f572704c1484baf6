import type { ExamplesByRule } from './examples';

export const elsewhereExamples: ExamplesByRule = {
  'a link by another name': {
    refused: ['点链接下单', '闲鱼搜长沙布洛芬', '复制这段打开淘宝'],
    accepted: ['京东一直不发货', '淘宝上没货', '闲鱼上要价两百，不敢买'],
  },
  'look elsewhere': {
    refused: [
      '联系方式看我头像',
      '看我主页',
      '看昵称',
      '头像就是联系方式',
      '昵称里有号',
      '主页置顶',
      '搜一搜 药急送',
    ],
    accepted: ['头像是我孙女', '看医生要排队', '看见有人要药', '朋友圈都是要药的'],
  },
  'another app': {
    refused: ['纸飞机搜 tuishao', '绿色软件搜我手机号', '企业微信 药师小王', 'id：yaoyao_99', 'QQ频道'],
    accepted: ['绿色的药盒', '账号是儿子的', 'APP显示附近没有骑手', "kids' Tylenol 一瓶"],
  },
  'talk in private': {
    refused: ['私', '滴滴我', '想要的扣1', '留下联系方式我找你', '换个地方聊'],
    accepted: ['有人私信我说有货，是骗子', '滴滴打不到车', '备注了急用', '烧到40度请直接打120，别等药'],
  },
};
