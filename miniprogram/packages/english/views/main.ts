import type { Words } from '../../../model/language';

export const mainViews: Words['views'] = {
  'components/alert-wish/alert-wish': {
    '好，{0}会告诉您。': 'OK. We will tell you when {0}.',
    附近有了: 'somebody near you has it',
    附近有人要: 'somebody near you needs it',
    看我的提醒: 'See my alerts',
    有了告诉我: 'Tell me when there is some',
    有人要时告诉我: 'Tell me when somebody needs it',
  },
  'components/bottom-sheet/bottom-sheet': {
    关闭: 'Close',
  },
  'components/catalogue-list/catalogue-list': {
    告诉管理员缺这个: 'Tell the operators',
    '{nameOrBrand}': '{nameOrBrand}',
  },
  'components/copy-link/copy-link': {
    复制链接: 'Copy link',
    '链接可以发短信、发微博，点开就是这里。':
      'You can send the link by SMS or on Weibo. It opens right here.',
  },
  'components/contact-panel/contact-panel': {
    '现在不能直接打给TA，已经请对方给您回电。':
      'You cannot call them right now. We have asked them to call you.',
    '这次没有算次数。对方点一下就会打给您，来电显示的是隐私号码，请注意接听。':
      'This did not use up a contact. The other person can call you with one tap. Your phone will show a private number, so please answer it.',
    再试试要号码: 'Try again for a number',
    '现在可以要号码，直接打给TA。': 'You can get a number now and call them yourself.',
    '要号码算一次联系。也可以再等TA回电，不算次数。':
      'A number uses one contact. You can also wait for their call, which uses none.',
    获取号码: 'Get a number',
    '联系得怎么样？': 'How did it go?',
    联系得怎么样: 'How did it go',
    '联系过了，说说结果': 'Say how it went',
    '联系好了，结束': 'End contact',
    不用回电了: 'No need to call me',
  },
  'components/contact-sheet/contact-sheet': {
    联系TA: 'Contact them',
    请TA回电: 'Ask them to call',
    'TA点一下就会打给您，来电显示的是隐私号码。这次不算次数。':
      'They can call you with one tap. Your phone will show a private number. This does not use up a contact.',
    获取号码: 'Get a number',
    看我的联系: 'See my contacts',
    '我们给您和对方临时接一个隐私号码：': 'We connect the two of you through a temporary private number:',
    '拨这个号码就能找到对方，双方都看不到真实手机号。':
      'Call it to reach the other person. Neither of you sees the other’s real number.',
    '{0} 小时内有效，信息结束后提前失效。': 'It works for {0} hour{0?|s}, or until the post ends.',
    '只免费互助。谁要钱，请在“联系得怎么样”里告诉我们。':
      'Everything here is free. If anyone asks for money, tell us under “How did it go?”.',
    再试一次: 'Try again',
    对方回电或说还有时通知我: 'Notify me when they call back or say that there is some',
  },
  'components/filter-sheet/filter-sheet': {
    筛选: 'Filter',
    '确定（{0}）': 'Done ({0})',
    确定: 'Done',
    清空: 'Clear',
    '{allKinds}': '{allKinds}',
    '{findOther}': '{findOther}',
    地区: 'Area',
    给谁用: 'For whom',
  },
  'components/form-field/form-field': {
    '（可不填）': '(optional)',
  },
  'components/load-state/load-state': {
    正在加载: 'Loading',
    重试: 'Try again',
  },
  'components/masked-number/masked-number': {
    '隐私号码 {0}': 'Private number {0}',
    拨打电话: 'Call',
    复制: 'Copy',
  },
  'components/medicine-search/medicine-search': {
    '{findHint}': '{findHint}',
    '{find}': '{find}',
    谁缺: 'Who needs ',
    谁有: 'Who has ',
  },
  'components/medicine-warnings/medicine-warnings': {
    '{seeGuide}': '{seeGuide}',
  },
  'components/message-wish/message-wish': {
    '好，不发通知。消息都在“我的”里的“消息”。':
      'OK, no notifications. You find all messages under “Me”, “Messages”.',
    '好，有消息会在微信里通知您一次。再点一次，可以多通知一次。':
      'OK. WeChat will notify you once. Tap again to be notified one more time.',
    再多通知一次: 'Notify me once more',
  },
  'components/next-steps/next-steps': {
    接下来: 'What comes next',
  },
  'components/note-field/note-field': {
    '已写 {0} 字，最多 {1} 字': '{0} of at most {1} characters',
    '这些字发出去谁都能看到，先去掉：': 'Everybody could read this. Please take it out first:',
    一键去掉: 'Take it out',
    '写了小区名“{0}”。不写小区名也找得到您。':
      'You named your compound, “{0}”. People can find you without it.',
    去掉小区名: 'Take it out',
    就这样写: 'Leave it in',
    '加上：{0}': 'Add: {0}',
  },
  'components/patient-check/patient-check': {
    '{forWhomAsk}': '{forWhomAsk}',
    '{forWhomWhy}': '{forWhomWhy}',
    '{forWhom}': '{forWhom}',
    '{nothingAgainst}': '{nothingAgainst}',
    '{illAtHomeAsk}': '{illAtHomeAsk}',
    '{illAtHome}': '{illAtHome}',
  },
  'components/place-row/place-row': {
    '{0}{1}，点击{2}': '{0}{1}. Tap to {2}',
    '：': ': ',
    更换: 'Change',
    选择: 'Choose',
  },
  'components/post-card/post-card': {
    已实名: 'ID checked',
  },
  'components/post-photos/post-photos': {
    '{photoNumbered}': '{photoNumbered}',
    '正在检查，通过后别人才看得到，一般几分钟':
      'Being checked. Others see it after that, usually within minutes.',
    '有一张照片没有通过检查，已经删掉': 'One photo did not pass the check and was deleted',
    '{photosInside}': '{photosInside}',
  },
  'components/privacy-popup/privacy-popup': {
    隐私保护指引: 'Privacy guide',
    先看一下隐私保护指引: 'Please read the privacy guide first',
    '您要用的功能会用到手机里的个人信息（位置、手机号、照片或剪贴板）。只用在您正在做的这一件事上，不作他用。':
      'This uses personal data on your phone (location, phone number, photos or clipboard), only for what you are doing now and for nothing else.',
    '查看《用户隐私保护指引》': 'Read the privacy guide',
    同意: 'Agree',
    不同意: 'Do not agree',
  },
  'components/red-flags/red-flags': {
    '{dangerTitle}': '{dangerTitle}',
    '{dangerSummary}': '{dangerSummary}',
    '{emergency}': '{emergency}',
    '{callEmergency}': '{callEmergency}',
    '{seeGuide}': '{seeGuide}',
  },
  'components/report-post/report-post': {
    举报这个人: 'Report this person',
    '{0}结果在“我的举报”里看。': '{0} See the result under “My reports”.',
    举报这条信息: 'Report this post',
    '哪里不对？': 'What is wrong?',
    举报: 'Report',
    举报的原因: 'Reason',
    '对方不会知道是您举报的。志愿者看过以后，会告诉您结果。':
      'They will not know that it was you. We tell you the result after a volunteer has looked.',
  },
  'components/review-notice/review-notice': {
    修改再发: 'Change it',
    申诉: 'Appeal',
    交给另一位志愿者: 'Send to another volunteer',
    '觉得弄错了？写两句给另一位志愿者看，不写也可以。只能申诉一次。':
      'Was it a mistake? Write a few words for another volunteer, or nothing. You can appeal once.',
    '例如：我没有要钱，是免费送的': 'For example: I asked for no money, it is free',
    想对志愿者说的话: 'Your words to the volunteer',
  },
  'components/search-field/search-field': {
    清空: 'Clear',
  },
  'components/waiting-posts/waiting-posts': {
    现在再试: 'Try now',
    改一改: 'Change it',
    不发了: 'Do not post',
  },
  'pages/arrive/arrive': {
    title: '{title}',
    去首页看看: 'Go to the first page',
  },
  'pages/boards/boards': {
    分享: 'Share',
    title: 'Boards',
    '{whoHas}': 'Offers',
    '{whoNeeds}': 'Requests',
    '看这里附近：{0}，点击{1}': 'Near {0}. Tap to {1}',
    还没有选地区: 'no area chosen yet',
    更换: 'Change',
    选择: 'Choose',
    选择地区: 'Choose area',
    '排序：{0}，点击更换': 'Sorted by {0}. Tap to change',
    距离最近: 'nearest first',
    最新发布: 'newest first',
    '近→远': 'Nearest',
    '新→旧': 'Newest',
    筛选: 'Filter',
    地图: 'Map',
    清除筛选: 'Clear filter',
    '{choosePlaceFirst}': '{choosePlaceFirst}',
    '正在加载…': 'Loading…',
    没有更多了: 'No more',
    重试: 'Try again',
  },
  'pages/home/home': {
    title: '{title}',
    '{homeSlogan}': '{homeSlogan}',
    '这一周解决了 {0} 个求助': '{0} {0?request was|requests were} solved this week',
    大家一起做到的: 'What we achieved together',
    '{emergency}': '{emergency}',
    '{callEmergencyNow}': '{callEmergencyNow}',
    '{needLabel}': '{needLabel}',
    '{need}': '{need}',
    '写下缺什么，附近的人能看到': 'Say what you need, people nearby can see it',
    '{spareLabel}': '{spareLabel}',
    '{spare}': '{spare}',
    '{spareHint}': '{spareHint}',
    看这里附近: 'Look near',
    '选择地区，如爸妈家': 'Choose an area, such as your home',
    '{whoHas}': '{whoHas}',
    '{whoNeeds}': '{whoNeeds}',
    扫小区的码: 'Scan a code',
    做张海报: 'Make a poster',
    '看{0}附近': 'Look near {0}',
    '{guideTitle}': '{guideTitle}',
    '{guideHint}': '{guideHint}',
    '{tipsTitle}': '{tipsTitle}',
    '{0}免费互助，不买卖。{1}': '{0} Free help only, nothing is sold. {1}',
  },
  'packages/find/pages/map/map': {
    title: 'Map',
    '{0}附近的地图': 'Map around {0}',
    '圆圈是大概位置，不是门牌。点圆圈上的数字，看那里的信息。':
      'A circle is an area, not an address. Tap the number on a circle to see what is there. ',
    '只看：{0}': 'Only: {0}',
  },
  'pages/my-posts/my-posts': {
    title: 'Me',
    我发布的: 'My posts',
    '没有进行中的信息。': 'You have no open posts.',
    '{seeWhoHas}': '{seeWhoHas}',
    已结束: 'Ended',
  },
};
