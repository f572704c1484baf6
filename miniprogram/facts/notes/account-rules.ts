import { rulings } from './excuses';
import { words, type Rule } from './rule';

/** Accounts on other services, and telephone numbers in parts. Only the function reads these; one tap removes them. */
export const accountRules: readonly Rule[] = [
  {
    name: 'an account on another service',
    kind: 'account',
    pattern: words(
      '(?:我的?|本人)?(?:钉钉|抖音|快手|小红书|微博|telegram|tg|whatsapp|line|陌陌|探探|soul|飞书|[bB]站|推特|ins|instagram|facebook|fb|skype|signal|kakao|discord|支付宝|淘宝|闲鱼)(?:上|私我|私信|账号|帐号|昵称|id|号|是|为|叫|找我|[:@]){1,4}(?:[a-z][a-z0-9_.-]{4,19}|\\d{5,12}|[一-龥]{1,8}\\d{3,8})',
    ),
    unless: rulings,
  },
  {
    name: 'a telephone number in two parts',
    kind: 'mobile',
    pattern: words(
      '(?:手机|电话)?尾号[:是]?\\d{4}，?(?:前面?|开头|前七位?)[:是]?1[3-9]\\d{5}|(?:手机|电话)?(?:前面?|开头|前七位?)[:是]?1[3-9]\\d{5}，?[^，\\d]{0,4}(?:尾号|后面?|后四位)[:是]?\\d{4}|短号[:是]?\\d{3,6}',
    ),
    unless: [],
  },
  {
    name: 'the number of an identity card',
    kind: 'account',
    pattern: words(
      '(?:我的?)?(?:身份证)?(?:号码?)?[:是]?[1-9]\\d{5}(?:19|20)\\d{2}(?:0\\d|1[0-2])[0-3]\\d\\d{3}[\\dx](?![0-9])',
    ),
    unless: [],
  },
  {
    name: 'a door in other words',
    kind: 'house-number',
    pattern: words(
      '\\d{1,3}(?:栋|幢|号楼|座)(?:[^，]{0,3}单元)?(?:\\d{1,2}[层楼])?[东西南北中]户|\\d{1,3}(?:栋|幢|号楼|座)[^，]{0,3}单元门口[^，]{0,6}，\\d{3,4}$|(?:\\d{1,3}(?:栋|幢|号楼|座))?[甲乙丙丁]单元\\d{3,4}|(?:路|街|巷|弄|胡同)\\d{1,4}号平房',
    ),
    unless: [],
  },
];
