import type { ExamplesByRule } from './examples';

export const advertExamples: ExamplesByRule = {
  'a shop speaks': {
    refused: ['本店新到制氧机', '欢迎到店选购', '想了解的找我', '上门核酸检测，随时约', '代写发热假条'],
    accepted: ['社区上门送药', '药房排队的人很多', '学校要请假条', '单位招待所里隔离'],
  },
  'a cure or a thing is praised': {
    refused: ['祖传退烧贴，一贴见效', '灵芝孢子粉买二送一', '阳了赔两千', '缺钱看病？凭身份证秒批三万'],
    accepted: ['别信秘方', '药店买一送一，也没抢到', '吃了蛋白粉，没用', '保险公司还没上班'],
  },
  'a fee comes first': {
    refused: ['先缴药箱管理费', '抽中药一份，交税费后邮寄', '付个运费九块九就寄', '运费保险二十五'],
    accepted: ['运费我付', '交不起住院费', '快递费到付', '遇到要押金的都是骗子'],
  },
  'a gift for a favour': {
    refused: ['给我店铺点个收藏', '邀请五位好友助力即可', '先到这个群报到', '条件是进我直播间待满半小时'],
    accepted: ['不用关注不用转发', '朋友圈里转发过，没人回', '邻居喊我去拿', '麻烦转发给需要的人'],
  },
};
