import type { Words } from '../../../model/language';

export const trustViews: Words['views'] = {
  'packages/news/pages/alerts/alerts': {
    title: 'My alerts',
    取消提醒: 'Remove alert',
  },
  'packages/news/pages/news/news': {
    title: 'Messages',
  },
  'packages/share/pages/place-code/place-code': {
    title: 'Poster',
    '{printOne}': '{printOne}',
    在哪里: 'Where',
    '在地图上搜名字最快，如“湘江一号小区”': 'Fastest: search the name on the map, such as 湘江一号小区',
    在地图上选: 'Use the map',
    海报上写的名字: 'Name on the poster',
    '只写地方的名字，不写楼栋和门牌号': 'Only the name of the place, no building and no door number',
    '如 湘江一号小区': '湘江一号小区',
    这里是: 'This is',
    做海报: 'Make the poster',
  },
  'packages/share/pages/send/send': {
    title: 'Share',
    转发给别人: 'Share in WeChat',
    做张海报: 'Make a poster',
  },
  'packages/share/pages/poster/poster': {
    title: 'QR code',
    去实名: 'Verify your identity',
    '海报，点击放大': 'Poster. Tap to enlarge',
    '存到相册后，可以发到邻居群，也可以打印出来（A4），贴在电梯里、小区门口。':
      'Save it to your album. Then send it to a neighbours’ group, or print it (A4) for a lift or a gate.',
    '已存到相册。': 'Saved to your album.',
    存到相册: 'Save to album',
  },
  'packages/review/pages/reports/reports': {
    title: 'My reports',
  },
  'packages/trust/components/plan-sheet/plan-sheet': {
    约怎么交接: 'Agree on the hand-over',
    发给对方: 'Send',
    怎么交接: 'How',
    在哪里: 'Where',
    '哪天（可以不选）': 'Which day (optional)',
    哪天: 'Which day',
    几点: 'What time',
    '不写门牌号。到了点“我到了”，或者打隐私号码。':
      'Write no door number. When you are there, tap “I am here”, or call the private number.',
  },
  'packages/trust/pages/callers/callers': {
    title: 'My callers',
    给TA回电: 'Call back',
    '用隐私号码打，对方看不到您的手机号。': 'The call uses a private number. They do not see yours.',
  },
  'packages/trust/pages/contacts/contacts': {
    title: 'My contacts',
    '{seeWhoHas}': '{seeWhoHas}',
    看这条信息: 'See the post',
  },
  'packages/trust/pages/documents/documents': {
    title: 'Document',
    已经交上来了: 'Received',
    '管理员会核对照片，结果在“实名验证”里看。有了结果，照片就删。十份里抽一份由另一位管理员再看，最多晚一天删。':
      'An operator checks the photos. You find the result under “Identity check”. Then the photos are deleted. One in ten is looked at by a second operator and deleted at most a day later.',
    先去看信息: 'Look at posts meanwhile',
    人工核验: 'Check by a person',
    '用护照、回乡证、台胞证、居住证、永久居留身份证的，或者身份证在网上核验不了的，由管理员看照片核对。只留结果，证件号不保存。照片看完就删；十份里抽一份再看一遍，最多晚一天删。':
      'For a passport, a Home Return Permit, a Taiwan Compatriot Permit, a residence permit, a permanent residence card, or an ID card that cannot be checked online: an operator looks at the photos. We keep only the result and not the number. Photos are deleted after that; one in ten is looked at twice and deleted at most a day later.',
    证件: 'Document',
    姓名: 'Name',
    '和证件上一样。打不出的字，用大写拼音代替，如 李WEI':
      'As on the document. For a character that no keyboard has, write its pinyin in capitals, such as 李WEI',
    证件号码: 'Document number',
    出生日期: 'Date of birth',
    '出生日期：{0}': 'Date of birth: {0}',
    请选择: 'please choose',
    证件照片: 'Photos of the document',
    '证件照片 {0}': 'Photo {0} of the document',
    '删除照片 {0}': 'Delete photo {0}',
    拍照或从相册选: 'Add photo',
    同意用证件核验身份: 'I agree to the check of my identity by this document',
    '我单独同意：管理员看一次我的证件照片、姓名和号码（敏感个人信息），只为确认我是本人、已满 18 周岁。':
      'I agree separately: an operator looks once at the photos, name and number of my document (sensitive personal information), only to confirm that it is me and that I am at least 18.',
    交给管理员核验: 'Send for checking',
  },
  'packages/trust/pages/my-data/my-data': {
    title: 'My data',
    已经删除: 'Deleted',
    '我们这里没有您的姓名、手机号和发布记录了。手机上的草稿和位置也清掉了。':
      'We no longer have your name, phone number or posts. Drafts and places on this phone are gone too.',
    回首页: 'Home',
    我们存着您的什么: 'What we keep about you',
    '实名：{0}': 'Identity: {0}',
    '（已核验）': ' (verified)',
    没有: 'nothing',
    '手机号：{0}': 'Phone number: {0}',
    '加密保存，只给运营商接通隐私号码用': 'encrypted, used only by the carrier to connect private numbers',
    '您发布的信息和联系记录：信息结束 30 天后自动删除；之后 30 天没有再用，手机号和实名结果也删除。':
      'Your posts and contacts: deleted 30 days after a post ends. If you do not come back for another 30 days, phone number and identity result are deleted too.',
    '没有：身份证号、完整姓名、准确住址、通话内容。':
      'Not kept: ID or passport number, full name, exact address, what you say on the phone.',
    '您的数据已经复制。打开备忘录或聊天窗口粘贴，就能留一份。里面有您的信息，不要发给别人。':
      'Your data is copied. Paste it into a note or a chat to keep it. It is about you: do not send it to others.',
    复制我的数据: 'Copy my data',
    在另一个微信上也用这个身份: 'Use this identity on another WeChat',
    '已允许。请在 10 分钟内，用另一个微信打开{title}完成实名。过了时间，或有一个微信用过，就自动失效。':
      'Allowed. Within 10 minutes, open this mini-program on the other WeChat and verify there. After that, or once it was used, it no longer works.',
    '先在这里允许，别人光知道您的姓名和身份证号，就冒用不了您的身份。':
      'You allow it here first, so that nobody can use your identity just by knowing your name and number.',
    允许另一个微信: 'Allow it',
    现在就删除: 'Delete now',
    '以上全部删除，您用这个身份登记过的所有微信都算。':
      'Deletes all of the above, for every WeChat that you verified with this identity.',
    '只留下一串编码，里面没有姓名和手机号：今天用掉的联系次数，和违规停用的记录。不然删了重来就能绕过限制。':
      'Only a code stays, without name or phone number: today’s used contacts, and a block for breaking the rules. Otherwise deleting would be a way around limits.',
    删除我的数据: 'Delete my data',
  },
  'packages/trust/pages/talk/talk': {
    title: 'Contact',
    说过的话: 'What was said',
    我: 'Me',
    对方: 'The other person',
    '说不出话？点一句就发给对方':
      'Cannot speak, or no common language? Tap a sentence; they read it in Chinese',
    约地点和时间: 'Place and time',
    '发：{0}': 'Send: {0}',
    '正在发…': 'Sending…',
    对方回复时通知我: 'Notify me of replies',
  },
  'packages/trust/pages/verify/verify': {
    title: 'Identity',
    '{0}，您已经实名了': '{0}, your identity is verified',
    返回: 'Back',
    为什么要实名: 'Why we check identities',
    '{whyVerify}': '{whyVerify}',
    '只保存：核验结果、打码的姓名（李⁠*）、加密后的手机号、一串无法还原的编码（防一人多号）。':
      'We keep only: the result, your name with most of it hidden (李⁠*), your encrypted phone number, and a code that cannot be turned back (so that no one has two accounts).',
    '不保存：身份证号和完整姓名。用完就丢，谁也查不到。':
      'We do not keep your document number or full name. They are dropped after the check.',
    '1. 手机号': '1. Phone number',
    '接听隐私号码要用，别人看不到。': 'For calls through private numbers. Others cannot see it.',
    已绑定: 'Linked',
    用微信绑定手机号: 'Link my phone',
    '{0}，身份已核验': '{0}, identity verified',
    证件正在人工核验: 'Your document is being checked',
    '结果会显示在这里。现在可以先看信息。': 'The result will appear here. You can look at posts meanwhile.',
    '上次交的证件没有通过：{0}': 'Your last document was not accepted: {0}',
    '2. 姓名': '2. Name',
    身份证上的姓名: 'In characters',
    姓名: 'Name',
    '3. 身份证号': '3. ID number',
    '18 位': '18 digits',
    身份证号: 'ID number',
    同意用姓名和身份证号核验身份: 'I agree to the check of my identity by name and ID number',
    '我单独同意：把我的姓名和身份证号（敏感个人信息）交给公安核验库核对一次，只为确认我是本人、已满 18 周岁。':
      'I agree separately: my name and ID number (sensitive personal information) are compared once with the police database, only to confirm that it is me and that I am at least 18.',
    '核验不了？拍身份证或其他证件，由人核对':
      'Check failed? Photograph your ID card or another document and a person checks it',
    '没有居民身份证？用护照、回乡证、台胞证等其他证件':
      'No Chinese ID card? Use a passport, Home Return Permit (回乡证) or another document',
    开始核验: 'Start the check',
  },
};
