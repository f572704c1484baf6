import type { Finding, FindingKind } from './finding';
import { worded } from '../words/worded';

/** The name of a finding in the form's list. */
export const findingNames: Readonly<Record<FindingKind, string>> = {
  mobile: '手机号',
  landline: '电话号码',
  wechat: '微信号',
  qq: 'QQ号',
  account: '别处的账号',
  email: '邮箱',
  number: '像号码或账号的字',
  link: '链接',
  'mini-program': '扫码或小程序',
  group: '群',
  elsewhere: '别处的联系方式',
  price: '价钱',
  payment: '付款',
  'red-packet': '红包或酬谢',
  sale: '买卖',
  bulk: '大批数量',
  dealing: '做买卖的话',
  barter: '交换',
  'house-number': '门牌号',
  compound: '小区名',
  'identity-request': '索要证件或银行信息',
  'medicine-offered': worded('{mayNotPass}'),
  'medicine-asked': worded('{mayNotPass}'),
};

/** Why the words cannot be published, and what to do instead: one sentence for the person who wrote them. */
export function findingSentence({ kind, reason }: Pick<Finding, 'kind' | 'reason'>): string {
  return reason ?? sentences[kind];
}

const reachable = '不用写，有人要联系您，会打平台给的隐私号码。';
const freeOnly = '这里只免费互助，不能谈钱，也不能拿东西换。';
const sentences: Readonly<Record<FindingKind, string>> = {
  mobile: `手机号谁都能看到，${reachable}`,
  landline: `电话号码谁都能看到，${reachable}`,
  wechat: `微信号${reachable}`,
  qq: `QQ号${reachable}`,
  account: `别处的账号${reachable}`,
  email: `邮箱${reachable}`,
  number: `这串字像是号码或账号。联系方式${reachable}`,
  link: '这里不能放链接和店铺。',
  'mini-program': '这里不能让人扫码，也不能引到别的小程序和公众号。',
  group: '这里不能拉人进群。',
  elsewhere: `联系方式${reachable}`,
  price: freeOnly,
  payment: freeOnly,
  'red-packet': freeOnly,
  sale: freeOnly,
  bulk: worded('{onlySpare}'),
  dealing: freeOnly,
  barter: freeOnly,
  'house-number': '门牌号谁都能看到，电话里再告诉对方就好。',
  compound: '不写小区名也找得到您。要写也可以。',
  'identity-request': '这里谁也不能要别人的证件、银行卡和验证码。',
  'medicine-offered': worded('{forbidden}'),
  'medicine-asked': worded('{forbiddenAsked}'),
};
