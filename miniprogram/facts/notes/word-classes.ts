/**
 * Words with the same role in a sentence, each class under a letter, so that a weight learnt with 奶茶 also counts for 酒. Only
 * the tone reads them.
 */
const classes: Readonly<Record<string, string>> = {
  // Medicines and devices.
  M:
    '布洛芬缓释胶囊 布洛芬混悬液 布洛芬 芬必得 美林 泰诺林 对乙酰氨基酚 对乙酰 必理痛 扑热息痛 退烧药 退热药 退热贴 退烧贴 退热栓 退烧栓 ' +
    '抗原 试剂盒 试剂 连花清瘟 莲花清瘟 连花 感冒药 感冒灵 感冒颗粒 小柴胡 板蓝根 止咳糖浆 止咳药 止疼药 口罩 n95 kn95 体温计 ' +
    '温度计 体温枪 血氧仪 制氧机 雾化器 酒精 消毒液 tylenol ibuprofen 药品 药物 药',
  // Treats and goods that stand for money.
  G:
    '奶茶 咖啡 星巴克 瑞幸 火锅 电影票 电影 麦当劳 肯德基 烧烤 香烟 好烟 烟 白酒 好酒 茅台 酒 茶叶 茶水 车厘子 草莓 水果 橙子 橘子 ' +
    '苹果 牛奶 鸡蛋 排骨 牛肉 大米 奶粉 尿不湿 蛋糕 零食 玩具 早餐 早饭 夜宵 午饭 晚饭 吃饭 购物卡 加油卡 油卡 话费 流量 会员 皮肤 ' +
    '礼物 礼品 面膜 口红 蔬菜 白菜 猪肉 腊肉 花生油 食用油 手套 暖宝宝 中华 华子 玉溪 软云',
  // Places on other services.
  P:
    '抖音 快手 小红书 淘宝 拼多多 京东 美团 饿了么 闲鱼 咸鱼 微博 知乎 豆瓣 贴吧 视频号 公众号 小程序 直播间 橱窗 主页 头像 昵称 名片 ' +
    '签名 朋友圈 微店 网店 店铺 商城 微信 薇信 qq 企鹅 电报 飞机 telegram 钉钉 群 裙',
  // People at home and nearby.
  F:
    '孩子 宝宝 宝贝 小孩 小朋友 婴儿 儿子 女儿 孙子 孙女 外孙 大宝 二宝 娃娃 娃 老人 老人家 老伴 老公 老婆 爱人 丈夫 妻子 妈妈 爸爸 ' +
    '父母 爸妈 母亲 父亲 爷爷 奶奶 外公 外婆 姥姥 姥爷 公公 婆婆 老爷子 老太太 老太婆 老汉 我妈 我爸 妈 爸 孕妇 产妇 邻居 室友 同学 ' +
    '工友 同事',
  // Trades and goods of adverts.
  B:
    '保险 理财 贷款 信用卡 宽带 办卡 月卡 年卡 会员卡 体检 美容 美发 养发 植发 足疗 按摩 推拿 艾灸 理疗 瑜伽 健身 装修 中介 房产 ' +
    '看房 试驾 旅游 旅行社 课程 讲座 培训 加盟 代理 分销 直播 团购 众筹 投资 彩票 棋牌 家政 保洁 净化器 消毒机 空气炸锅 保健品 膏方 ' +
    '茶饮 酵素 足贴 枇杷膏 梨膏 中药茶 香囊 开户 充值',
  // Favours and steps asked for.
  R:
    '关注 转发 点赞 投票 集赞 注册 下载 好评 助力 砍一刀 邀请 拉人 填写 扫码 实名 报名 登记 截图 评论 收藏 订阅 安装 绑定 激活 认证 ' +
    '验证 缴费 缴纳 支付 付款 转账 打款 预付 定金 押金 充钱',
  // Shops and bodies.
  O:
    '药房 大药房 药店 诊所 医馆 门诊 医院 公司 门店 本店 小店 商家 厂家 工厂 仓库 药厂 药企 渠道 代购 批发 社区 街道 居委会 居委 ' +
    '物业 志愿者 志愿 学校 单位 红十字 红会 养老院 福利院',
  // Being ill and getting well.
  S:
    '发烧 高烧 发热 低烧 咳嗽 头疼 头痛 嗓子疼 喉咙痛 浑身疼 惊厥 抽搐 呕吐 难受 阳了 确诊 阳性 肺炎 烧到 烧得 烧了 还烧 退烧了 好了 ' +
    '康复 阳康',
  // Prices and payment.
  Q:
    '多少钱 价格 价钱 价位 单价 报价 价码 一口价 优惠 打折 折扣 半价 特价 原价 成本价 成本 本钱 进价 行情 市价 红包 块钱 元钱 现金 ' +
    '毛爷爷 人民币 便宜 高价 低价 辛苦费 感谢费 心意 诚意 意思 有偿 报酬 酬谢 重谢 打赏 小费',
  // Free of charge.
  T: '免费 白送 不要钱 不收钱 无偿 赠送 分文不取 不收费',
  // Measures.
  U: '粒 片 颗 盒 板 支 瓶 袋 包 份 箱 件 罐 个 只',
  // Numbers.
  N: '一 二 两 三 四 五 六 七 八 九 十 百 千 几 半 0',
};

const classOf: ReadonlyMap<string, string> = new Map(
  Object.entries(classes).flatMap(([letter, words]) =>
    words.split(' ').map((word): [string, string] => [word, letter]),
  ),
);

/** The longest first: 抗原试剂 before 抗原. */
const classed = new RegExp(
  [...classOf.keys()].sort((one, other) => other.length - one.length).join('|'),
  'g',
);

/** A folded text whose figures are alike, with every word of a class as its letter; a row of numbers is one. */
export const byClass = (text: string): string =>
  text.replace(classed, (word) => classOf.get(word) ?? word).replace(/N+/g, 'N');
