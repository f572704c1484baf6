import { mentions, rulings } from './excuses';
import { words, type Rule } from './rule';

/** Ways out of the app: WeChat, QQ, links, codes, groups. Phone numbers are read in digit-runs.ts. */
export const contactRules: readonly Rule[] = [
  {
    name: 'adds on WeChat',
    kind: 'wechat',
    pattern: words(
      '{plus}(?:一下|下|我的?|个|你|您|本人|客服|药师|好友|群主|一个)?(?:{wx}|[薇徽威维微唯葳](?![热烧笑弱小量波生他c])|v(?![0-9]{3})|vx?|绿)(?:[:号是同为]|信号){0,3}{id}?|{plus}(?:我|个|一下|下|你|您){0,6}好友|{plus}我(?=$|[，、])|{plus}.信[:号是]?{id}',
    ),
    unless: mentions,
  },
  {
    name: 'a WeChat id',
    kind: 'wechat',
    pattern: words('(?:我的?)?(?:{wx}|[微薇威徽葳]|\\bv)(?:[:号是为我加]|联系|id){0,4}{id}'),
    unless: [],
  },
  {
    name: 'WeChat as a way to reach',
    kind: 'wechat',
    pattern: words(
      '(?:联系|私|发|留|找我|扫|搜|问|聊|走|用)(?:我的?|你的?|个|下)?{wx}(?:号|联系|聊|私)?|{wx}(?:联系|同号|号(?!召)|在|见|看|同步|一样|私聊|详聊|私|聊|找我|沟通|为准|:|名片|二维码|搜索?)|(?:手机|电话)(?:号)?(?:即|就是|同){wx}|私v|[vw]同号',
    ),
    unless: mentions,
  },
  {
    name: 'an id after "add me"',
    kind: 'wechat',
    pattern: words(
      '(?:{plus}|联系|搜索?|找|私)(?:我|号|一下)?[:]?(?=[a-z0-9_-]*[0-9_])[a-z][a-z0-9_-]{5,19}',
    ),
    unless: [],
  },
  {
    name: 'QQ',
    kind: 'qq',
    pattern: words(
      '(?:{plus}|我的?)?(?:q{1,2}|扣扣?|叩叩?|抠抠?|口口|球球|秋秋|丘丘|企鹅)(?:号码|号|群|[:是为加]){0,6}\\d[\\d -]{3,13}\\d|{plus}(?:我|下|个|一下)?(?:qq|q(?![a-z])|扣扣?|叩叩?|抠抠|口口|球球|秋秋|企鹅)(?:号|:)?',
    ),
    unless: rulings,
  },
  {
    name: 'a web address',
    kind: 'link',
    pattern: words(
      '(?:https?:?/{0,2}|www\\.)[a-z0-9./:?=&_%#-]+|[a-z0-9-]+(?:\\.|点|dot|\\[\\.\\])(?:com|cn|net|top|xyz|cc|shop|vip|club|info|me|io|ltd|site|online|store|link|tv|la)(?![a-z])(?:/[a-z0-9./?=&_%#-]*)?|[a-z0-9-]{2,}，(?:com|cn|net|top|xyz|cc)(?![a-z])',
    ),
    unless: [],
  },
  {
    name: 'a link by another name',
    kind: 'link',
    pattern: words(
      '(?:点|点击|打开|戳|进|复制|见|看|发)(?:下方|下面|这个|这条|此|我的?|上方)?(?:链接|连接|网址|口令|淘口令|链结)|链接(?:在|见|：|:|下单|购买|发)|复制(?:这段|这条|本条|整段|口令|打开tao)|¥[a-z0-9]{6,}¥|(?:淘宝|闲鱼|拼多多|京东|抖音|dou音|快手|拼夕夕|小红书|微店|咸鱼|某鱼|海鲜市场|小黄鱼|多多|抖y|dy|xhs|小红薯|转转)(?:店|店铺|号|搜|上搜|直接搜|同名|下单|拍|链接|私信|主页|有售)+',
    ),
    unless: rulings,
  },
  {
    name: 'a code to scan',
    kind: 'mini-program',
    pattern: words(
      '(?:扫|识别|长按)(?:一?下?|描|我|下面的?|上面的?|旁边的?|这里的?|图中|图片|下方|上方|头像|图|这个){0,6}(?:二维码|码(?!支?付|给钱|转账)|图|头像|进)|#小程序:?/{0,2}[^，]{0,24}|(?:小程序|公众号|公号|服务号|视频号|gzh|xcx)(?:搜索?|名|叫|是|:|关注|码|下单|里买|商城)[^，]{0,12}|(?:搜索?|关注|进)(?:我的|我们|一下|下)?(?:公众号|小程序|公号|视频号|gzh)[^，]{0,12}|(?:进|来|加)(?:我|我们)?(?:的)?直播间',
    ),
    unless: rulings,
    notIn: /健康码|行程码|场所码|预约|挂号|医院|社区(?:卫生|医院)|付款码|核酸|登记/,
  },
  {
    name: 'an invitation to a group',
    kind: 'group',
    pattern: words(
      '(?:进|入|加|拉|建|来|{plus}|扫|申请)(?:你|您|我们的?|大家|入|进|个|下|到|药友|互助|团购|拼单|接龙|抗疫|内部|vip|微信|qq|的|我|一下){0,6}(?:群(?!众)|裙|羣|qun|宭|峮)(?:聊|号)?(?:[:是]?\\d[\\d -]{3,12}\\d)?|(?:群|裙|峮)(?:号|:|号码)[:是]?\\d[\\d -]{3,12}\\d|群里(?:接龙|下单|报名|有售|拼|详谈|谈|说价)|药品?(?:群|裙)(?:满|开|招)',
    ),
    unless: rulings,
    notIn: /业主群|小区群|社区群|居委|单元群|楼群|家长群|班级群|群里(?:问|求|没|说过|发)|问过|问了/,
  },
  {
    name: 'look elsewhere',
    kind: 'elsewhere',
    pattern: words(
      '(?:看|见|戳|点)(?:我的?|一?下)?(?:头像|主页|昵称|名字|名片|简介|资料|签名|网名|朋友圈|pyq|空间|相册|图片联系)|(?:联系方式|号码?|微信|电话|价格?|暗号)(?:在|见|看)(?:我的?)?(?:头像|主页|昵称|名字|简介|图|资料|签名)|飞机号?(?:联系|[:@])|telegram|纸飞机|whatsapp|蝙蝠(?:号|聊天|app)|line号|(?:加|私|进)(?:tg|电报)|@[a-z0-9_]{5,}',
    ),
    unless: mentions,
  },
];
