import { mentions } from './excuses';
import { words, type Rule } from './rule';

/** Requests for what proves a person or opens an account. */
export const identityRules: readonly Rule[] = [
  {
    name: 'asks for an identity document',
    kind: 'identity-request',
    pattern: words(
      '(?:需要的?|要的?|想要的|请|先|要|麻烦|把)?(?:发|拍|提供|报|传|给我|私|留|填|告诉我?|出示|登记|核对|核验|看|验|查|交|带|上传|说)(?:一?下|我|给我|您|你|的|本人|个|上|来|到|好|姓名|名字|电话|地址|和|、|及){0,6}(?:身份证?|身分证|证件|户口本?|社保卡|医保卡|sfz|shenfenzheng|护照)(?:号码?|照片?|正反面|复印件|信息|原件|图片){0,6}|(?:身份证|身分证|户口本|医保卡|社保卡|sfz|证件)(?:号码?|照片?|正反面|复印件|信息){0,6}(?:先|一起|也|都)?(?:发|给|拍|私|报|传|留|提供|登记)(?:我|过来|给我|来|下){0,6}|手持(?:身份证|证件)|凭(?:身份证|证件)(?:号码?|照片?|复印件|信息){0,6}(?:领|取|拿|换)',
    ),
    unless: mentions,
    notIn:
      /买药|药店|医院|社区|志愿者|居委|挂号|实名|平台|核酸|隔离|发热门诊|急诊|(?:忘|没|丢|忘记)[^，]{0,4}带/,
  },
  {
    name: 'asks for what opens an account',
    kind: 'identity-request',
    pattern: words(
      '(?:发|给|报|提供|告诉|要|收到|填|留|输|说|念)?(?:我|下|你的?|您的?|一?下|过来|到){0,6}(?:验证码|银行卡号?码?|卡号|支付密码|密码|人脸(?:识别|验证)?|短信码|动态码|家庭住址|真实姓名)(?:发|给|报|告诉)?(?:我|过来)?',
    ),
    unless: mentions,
    notIn: /门(?:禁|锁)?密码|快递柜|取件|实名验证|注册|收不到|没有?银行卡|健康码/,
  },
];
