import { say } from '../../../facts/words/say';
import { guidePage } from '../../../services/open-guide';

/** A question that people ask, with its answer in short sentences. */
export interface Question {
  id: string;
  question: string;
  answer: readonly string[];
  /** Codes of the errors that it helps against. */
  errors: readonly string[];
  /** The page where the reader goes on. */
  leads?: { name: string; url: string };
}

/** What is asked most, first what is urgent. It needs no network. */
export const questions = (): readonly Question[] => [
  ...aboutItems(),
  ...aboutPeople(),
  ...aboutPosts(),
  ...aboutService(),
];

const aboutItems = (): Question[] => [
  {
    id: 'danger',
    question: say('{helpDanger}'),
    answer: [
      say('{helpDangerFirst}'),
      say('{helpDangerSigns}'),
    ],
    errors: [],
    ...toGuide('{seeDanger}'),
  },
  {
    id: 'network',
    question: say('网络连不上，或者一直转圈'),
    answer: [
      say('先看手机有没有信号，关掉再打开小程序。'),
      say('{helpOffline}'),
      say('没发出去的会记在“我的”里，有网络就自动补发，不会发两次。'),
    ],
    errors: ['network', 'busy', 'internal', 'too-many-calls', 'opened-enough'],
  },
  {
    id: 'find',
    question: say('怎么{find}？'),
    answer: [
      say('{helpFind}'),
      say('离得近的在前面。点开一条，再点“联系TA”。'),
      say('附近没有：点“发布求助”，或者点“有了告诉我”。'),
    ],
    errors: ['not-found', 'post-closed', 'post-changed', 'region-unknown', 'too-many-alerts'],
  },
  {
    id: 'unlisted',
    question: say('{helpUnlisted}'),
    answer: [
      say('{helpMissing}'),
      say('{helpForbidden}'),
    ],
    errors: ['item-not-listed', 'item-refused'],
  },
];

const aboutPeople = (): Question[] => [
  {
    id: 'verify',
    question: say('为什么要实名？我的信息安全吗？'),
    answer: [
      say('{helpWhyVerify}'),
      say('别人只看到“李*”这样的名字，看不到您的手机号、住址和证件。'),
    ],
    errors: ['sign-in-required', 'verification-required', 'not-allowed', 'under-age'],
    leads: { name: say('去实名验证'), url: '/packages/trust/pages/verify/verify' },
  },
  {
    id: 'verify-failed',
    question: say('实名没有通过怎么办？'),
    answer: [
      say('照着证件一个字一个字核对姓名和号码，名字里的点写“·”。'),
      say('护照、回乡证、台胞证、生僻字、新办的证、查不到记录：走“其他证件”，拍照由人核对。'),
      say('核验库出错不算次数，过半小时再试。'),
    ],
    errors: [
      'name-invalid',
      'id-number-invalid',
      'document-route',
      'already-verified',
      'verification-mismatch',
      'verification-no-record',
      'verification-source-fault',
      'verification-upgrading',
      'verification-source-limit',
      'verification-limit',
      'verification-down',
      'verification-misconfigured',
      'join-not-allowed',
      'picture-unreadable',
      'document-pending',
      'document-decided',
      'document-differs',
    ],
    leads: { name: say('走其他证件'), url: '/packages/trust/pages/documents/documents' },
  },
  {
    id: 'phone',
    question: say('手机号绑不上'),
    answer: [
      say('现在只支持中国大陆的手机号，因为隐私号码只能接到大陆号码。'),
      say('点“绑定手机号”，在微信的窗口里选一个号码；没反应就再点一次。'),
    ],
    errors: ['phone-required', 'phone-code-invalid', 'phone-unsupported', 'phone-service-down', 'phone-of-others'],
  },
  {
    id: 'number',
    question: say('隐私号码是什么？打不通怎么办？'),
    answer: [
      say('平台给您和对方临时接一个号码，双方都看不到真号码，也不收费。'),
      say('要用您绑定的那个手机号去打，别的手机打不通。'),
      say('没有人接：过一会儿再打，或者点一句话发给对方。没有空号码时，对方会给您回电。'),
    ],
    errors: [
      'contact-pending',
      'contact-ended',
      'contact-refused',
      'poster-unreachable',
      'same-phone',
      'call-back-limit',
      'carrier-down',
      'carrier-misconfigured',
      'said-enough',
    ],
  },
];

const aboutPosts = (): Question[] => [
  {
    id: 'quota',
    question: say('今天不能再联系了'),
    answer: [
      say('{helpQuota}'),
      say('在“我的联系”里说一声“联系得怎么样”，就还您一次。'),
      say('一条信息联系的人满了，过一会儿可能又有名额。'),
    ],
    errors: ['contact-quota-used', 'contact-full'],
    leads: { name: say('看我的联系'), url: '/packages/trust/pages/contacts/contacts' },
  },
  {
    id: 'publish',
    question: say('为什么我发的没有通过，或者在等志愿者看？'),
    answer: [
      say('说明里不能有电话、微信、门牌号、价钱、交换。去掉就能发。'),
      say('拿不准的由志愿者看一眼，一般很快。没通过会说原因，可以改了再发，也可以请别的志愿者再看。'),
    ],
    errors: [
      'invalid-input',
      'note-to-clean',
      'note-refused',
      'content-refused',
      'post-refused',
      'quantity-too-large',
      'medicine-expired',
      'appeal-over',
      'place-name-refused',
    ],
  },
  {
    id: 'own',
    question: say('怎么修改、延长、结束我发的？'),
    answer: [
      say('都在“我的”里：写错了点“修改”，快到期点“延长”，送出去了点“送出 1 份”，不要了点“撤回”。'),
      say('同时只能有几条没结束的，先结束一条再发新的。'),
    ],
    errors: ['too-many-open-posts', 'too-many-publications', 'renewal-early', 'gift-final', 'own-post'],
  },
  {
    id: 'money',
    question: say('对方要钱，或者像骗子'),
    answer: [
      say('这里只免费互助。谁要钱都别给，也别给验证码和证件。'),
      say('点那条信息下面的“举报”，选“要钱”。两个人举报就先拿下来，志愿者再看。'),
    ],
    errors: ['open-first', 'report-limit'],
    leads: { name: say('看我的举报'), url: '/packages/review/pages/reports/reports' },
  },
];

const aboutService = (): Question[] => [
  {
    id: 'medicine',
    question: say('{helpGuide}'),
    answer: [say('{helpGuideHow}'), say('{helpGuideAsk}')],
    errors: [],
    ...toGuide('{seeGuide}'),
  },
  {
    id: 'messages',
    question: say('收不到提醒'),
    answer: [
      say('所有消息都在“我的”里的“消息”。'),
      say('想在微信里收到提醒，点“有人联系时通知我”并选“允许”。点一次能收一条。'),
    ],
    errors: [],
    leads: { name: say('看消息'), url: '/packages/news/pages/news/news' },
  },
  {
    id: 'code',
    question: say('二维码扫不出来'),
    answer: [say('把码拍正、拍清楚再扫。印坏了就请贴码的人重新打印。')],
    errors: ['code-unreadable', 'code-unavailable'],
  },
  {
    id: 'link',
    question: say('怎么发给微信外面的人？'),
    answer: [
      say('打开一条信息，点“复制链接”，粘贴到短信或微博里。'),
      say('现在做不了链接，就转发到微信，或者保存海报发给对方。'),
    ],
    errors: ['link-unavailable'],
  },
  {
    id: 'erase',
    question: say('怎么删除我的信息？'),
    answer: [say('在“我的数据”里点“删除”，发的信息、联系记录、手机号、实名都会删掉。')],
    errors: ['being-erased'],
    leads: { name: say('看我的数据'), url: '/packages/trust/pages/my-data/my-data' },
  },
  {
    id: 'closed',
    question: say('为什么不能发布和联系了？'),
    answer: [say('这次互助已经结束。已有的联系还能用，过些天所有人的信息都会删除。')],
    errors: ['closed'],
    leads: { name: say('看我的数据'), url: '/packages/trust/pages/my-data/my-data' },
  },
  {
    id: 'blocked',
    question: say('我的账号停用了'),
    answer: [say('停用要两位志愿者都同意。觉得弄错了，就在下面写给管理员，会有人看。')],
    errors: ['blocked'],
  },
  {
    id: 'rooms',
    question: say('志愿者和管理员的页面出错了'),
    answer: [say('一条只在一个人手里五分钟，超过了就给别人。往下拉，看下一条。')],
    errors: ['claim-over', 'undo-over', 'code-invalid', 'feedback-limit', 'feedback-answered', 'campaign-changed'],
  },
  {
    id: 'settings',
    question: say('提示服务的密钥或设置有误'),
    answer: [say('这是我们这边的问题，您填的没有错。在下面写一句，管理员会尽快看。')],
    errors: ['misconfigured'],
  },
];

const toGuide = (name: string): Pick<Question, 'leads'> =>
  guidePage === undefined ? {} : { leads: { name: say(name), url: guidePage } };
