import type { RefusalReason, ReportState, ReviewCause } from '../contract/review';
import { worded } from '@facts/words/worded';

/** Why a post waits or reaches fewer people, as its owner reads it. */
export const causeSentences: Readonly<Record<ReviewCause, string>> = {
  'note-doubtful': '说明里有几个字像广告或联系方式，改一改就能快一点。',
  'platform-doubtful': '微信的内容检查不能确定，要有人看一眼。',
  'platform-unchecked': '微信的内容检查暂时没有回答，系统会自动再查，您不用做什么。',
  'photo-doubtful': '有一张照片微信拿不准，要有人看一眼，别人暂时看不到它。',
  'near-duplicate': '好几个人发了几乎一样的文字。',
  quantities: '最近登记的数量比一个家庭用的多。',
  'quantities-at-place': worded('{atPlace}'),
  'many-accounts': '同一个地点今天有很多账号在发布。',
  republished: '您结束过一样的信息又重新发布，“最新发布”里仍按第一次发布的时间排。',
  'contact-spree': '短时间里联系了很多人。',
  'asked-for-money': '有人反映之前的信息要钱。',
  'not-real': '有人反映之前的信息不是真的。',
  reported: '有人举报了这条信息。',
  'all-groups': '优先人群几乎都勾选了，或每一条都勾选，这条信息按普通顺序排。',
};

/** Why a volunteer refused a post or wants it corrected, as its owner reads it. */
export const refusalSentences: Readonly<Record<RefusalReason, string>> = {
  selling: '看起来是买卖、收费或交换。这里只免费互助。',
  'contact-details': '里面有联系方式或门牌号，谁都能看到。请去掉。',
  'not-real': '内容看起来不是真实的情况。',
  'unsafe-medicine': worded('{holdsForbidden}'),
  rude: '里面有骂人或吓人的话。',
  'personal-data': '里面有别人的隐私。',
  duplicate: '和您已经发布的信息重复了。',
  unclear: '看不明白需要什么或有什么，请写清楚一些。',
  other: '不符合这里的规则。',
};

export const reportSentences: Readonly<Record<ReportState, string>> = {
  received: '已收到，会有人来看。',
  'taken-down': '处理了：这条信息已经拿下来了。谢谢您。',
  'found-fine': '处理了：看过了，没有发现问题。',
  ended: '处理了：这条信息已经结束，没有人能再联系。您说的记下了。',
};

/** The same about somebody who contacted the reporter. */
export const viewerReportSentences: Readonly<Record<ReportState, string>> = {
  received: '已收到，会有人来看。不想再被这个人联系，请同时点“结束联系”或“婉拒”。',
  'taken-down': '处理了：这个人已经被停用。谢谢您。',
  'found-fine': '处理了：看过了，没有停用这个人。',
  ended: '处理了：您说的记下了。',
};

/** The same reasons as a volunteer reads them. */
export const volunteerSentences: Readonly<Record<ReviewCause, string>> = {
  'note-doubtful': '说明里有拿不准的字句',
  'platform-doubtful': '微信的内容检查拿不准',
  'platform-unchecked': '微信的内容检查还没有回答',
  'photo-doubtful': '微信拿不准照片，请看一眼',
  'near-duplicate': '别的人发过几乎一样的文字',
  quantities: '一周里的数量比一个家庭用的多',
  'quantities-at-place': worded('{atPlaceSeen}'),
  'many-accounts': '同一个地点今天有很多账号在发布',
  republished: '撤回后又发布了同样的信息',
  'contact-spree': '一小时里联系了很多人',
  'asked-for-money': '有人说要钱',
  'not-real': '有人说不是真的',
  reported: '被举报，或之前的信息被拿下过',
  'all-groups': '优先人群几乎全勾选了，或每一条都勾选',
};
