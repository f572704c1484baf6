import { worded } from './words/worded';

/**
 * Whether the same request may succeed when it is sent again: at once, after a wait, only after the user changed
 * something, or never.
 */
export type Retry = 'now' | 'later' | 'after-change' | 'never';

/** Every expected failure of a call, with the sentence that the user reads. */
export const errorTable = {
  'invalid-input': { sentence: '填写的内容有误，请检查后再试。', retry: 'after-change' },
  'sign-in-required': { sentence: '请在微信中打开后再试。', retry: 'after-change' },
  'verification-required': { sentence: '请先完成实名验证，再发布或联系。', retry: 'after-change' },
  'phone-required': { sentence: '请先绑定手机号，再发布或联系。', retry: 'after-change' },
  blocked: { sentence: '您的账号因违规已停用。有疑问请联系管理员。', retry: 'never' },
  closed: {
    sentence:
      '这次互助已经结束，不能再发布、联系和实名了。“我的数据”里可以留一份自己的数据，也可以现在就删除。',
    retry: 'never',
  },
  'not-allowed': { sentence: '您没有权限进行这个操作。', retry: 'never' },
  'not-found': { sentence: '这条信息不存在，或已经被删除。', retry: 'never' },
  'post-closed': { sentence: '这条信息已经结束了。', retry: 'never' },
  'post-changed': { sentence: '这条信息刚刚有变化，请看一眼最新的情况再操作。', retry: 'after-change' },
  'item-not-listed': { sentence: worded('{notListed}'), retry: 'after-change' },
  'item-refused': { sentence: worded('{refused}'), retry: 'after-change' },
  'note-to-clean': {
    sentence: '说明里有联系方式或门牌号，谁都能看到。去掉就能发布，别人会打平台给的隐私号码。',
    retry: 'after-change',
  },
  'note-refused': {
    sentence: '这里只免费互助，说明里不能谈钱、交换，也不能要证件。去掉就能发布。',
    retry: 'after-change',
  },
  'quantity-too-large': { sentence: worded('{tooMuch}'), retry: 'after-change' },
  'medicine-expired': { sentence: worded('{expired}'), retry: 'after-change' },
  'region-unknown': { sentence: '没有找到这个地区，请重新选择位置。', retry: 'after-change' },
  'too-many-alerts': {
    sentence: '提醒已经很多了，请先取消一个再加。',
    retry: 'after-change',
  },
  'too-many-open-posts': {
    sentence: '您还有几条信息没有结束，请先结束一条再发布。',
    retry: 'after-change',
  },
  'content-refused': {
    sentence: '这段文字没有通过微信的内容检查，换个说法再试。',
    retry: 'after-change',
  },
  'post-refused': {
    sentence: '这条信息有好几处不像家庭之间的互助，不能发布。如果是误会，请改得更具体一些再试。',
    retry: 'after-change',
  },
  'code-invalid': { sentence: '邀请码不对，或已经过期。请找管理员要一个新的。', retry: 'after-change' },
  'claim-over': { sentence: '这一条已经不在您手上了，请看下一条。', retry: 'never' },
  'undo-over': { sentence: '已经超过一分钟，不能撤销了。', retry: 'never' },
  'appeal-over': { sentence: '这条信息不能再申诉了。', retry: 'never' },
  'open-first': { sentence: '请先打开这条信息看一看，再举报。', retry: 'after-change' },
  'report-limit': { sentence: '今天举报的次数用完了，请明天再试。', retry: 'later' },
  'too-many-publications': {
    sentence: '今天发布的次数用完了，请明天再发布。已经发布的都还在。',
    retry: 'later',
  },
  'feedback-limit': {
    sentence: '今天写给管理员的已经够多了，请明天再写。已经写的都会有人看。',
    retry: 'later',
  },
  'campaign-changed': { sentence: '别的管理员刚改过，请看过再改。', retry: 'after-change' },
  'feedback-answered': { sentence: '这一条已经有人答复了。', retry: 'never' },
  'renewal-early': { sentence: '还没到延长的时候，快到期时再来延长。', retry: 'later' },
  'phone-code-invalid': { sentence: '手机号授权已失效，请重新点一次"绑定手机号"。', retry: 'now' },
  'phone-unsupported': { sentence: '目前只支持中国大陆手机号。', retry: 'after-change' },
  'phone-service-down': { sentence: '暂时取不到手机号，请过几分钟再试。', retry: 'later' },
  'name-invalid': { sentence: '姓名填写有误，请填写证件上的姓名。', retry: 'after-change' },
  'id-number-invalid': { sentence: '证件号填写有误，请逐位核对。', retry: 'after-change' },
  'under-age': { sentence: '未满 18 周岁不能实名，请让家里的大人来发布或联系。', retry: 'never' },
  'document-route': { sentence: '这种证件请走"其他证件"的人工核验。', retry: 'after-change' },
  'already-verified': { sentence: '这个微信已经实名过了，不能换成另一个人。', retry: 'never' },
  'verification-mismatch': { sentence: '姓名和身份证号对不上，请核对后再试。', retry: 'after-change' },
  'verification-no-record': {
    sentence: '公安库里暂时查不到这个身份（新办证、现役军人等会这样），请走"其他证件"的人工核验。',
    retry: 'never',
  },
  'verification-source-fault': {
    sentence: '公安核验库暂时出错，这次不算次数，请过半小时再试。',
    retry: 'later',
  },
  'verification-upgrading': {
    sentence: '公安核验库正在升级，这次不算次数，请晚些时候再试。',
    retry: 'later',
  },
  'verification-source-limit': {
    sentence: '这个身份证号今天在核验库里查得太多了，请明天再试，或者走"其他证件"的人工核验。',
    retry: 'later',
  },
  'verification-limit': {
    sentence: '今天的实名次数用完了，请明天再试，并先核对姓名和证件号。',
    retry: 'later',
  },
  'verification-down': { sentence: '实名核验服务没有应答，请过几分钟再试。', retry: 'later' },
  'verification-misconfigured': {
    sentence: '实名核验服务的密钥或账户配置有误，请联系管理员。您填的内容没有问题。',
    retry: 'later',
  },
  'join-not-allowed': {
    sentence:
      '这个身份已经在另一个微信上实名。请先在那个微信的“我的数据”里允许，十分钟内再来验证；那个微信用不了，就走"其他证件"的人工核验。',
    retry: 'after-change',
  },
  'phone-of-others': {
    sentence: '这个手机号已经有几个人在用，不能再绑定。请换一个手机号。',
    retry: 'after-change',
  },
  'picture-unreadable': {
    sentence: '照片没有传好，或者不是照片。请重新拍照上传。',
    retry: 'after-change',
  },
  'document-pending': { sentence: '您的证件正在人工核验，请等结果。', retry: 'later' },
  'document-decided': { sentence: '这份证件已经有人处理过了。', retry: 'never' },
  'document-differs': {
    sentence: '您读到的姓名或号码和对方填写的不一样，请再看一眼照片。',
    retry: 'after-change',
  },
  'own-post': { sentence: '这是您自己发布的信息。', retry: 'never' },
  'contact-quota-used': { sentence: '今天的联系次数用完了。', retry: 'later' },
  'contact-full': {
    sentence: '联系这位捐赠者的人已经够多了，先看看别的吧，过一会儿也可能有名额。',
    retry: 'later',
  },
  'contact-ended': { sentence: '这次联系已经结束了。', retry: 'never' },
  'gift-final': {
    sentence: worded('过了十分钟，不能撤销了。还有{thing}的话，可以再发一条。'),
    retry: 'never',
  },
  'said-enough': { sentence: '您说得很多了。请等对方回复，或者打电话。', retry: 'later' },
  'contact-refused': { sentence: '对方已经结束了和您的联系，请看看别家。', retry: 'never' },
  'contact-pending': { sentence: '正在为您申请号码，请过几秒再试。', retry: 'now' },
  'poster-unreachable': { sentence: '对方现在没有可以接听的手机号，先看看别的吧。', retry: 'never' },
  'same-phone': { sentence: '对方绑定的手机号和您的是同一个，不能这样拨打。', retry: 'never' },
  'call-back-limit': { sentence: '今天请求回电的次数用完了，请明天再试。', retry: 'later' },
  'carrier-down': { sentence: '运营商暂时给不出号码，请过几分钟再试。', retry: 'later' },
  'carrier-misconfigured': {
    sentence: '隐私号码服务的密钥或号码池配置有误，请联系管理员。',
    retry: 'later',
  },
  'place-name-refused': { sentence: '地方的名字里只写名字，如“湘江一号小区”。', retry: 'after-change' },
  'code-unavailable': { sentence: '现在画不出二维码，请过几分钟再试。', retry: 'later' },
  'link-unavailable': { sentence: '现在做不了链接，请过几分钟再试，或者转发到微信。', retry: 'later' },
  'code-unreadable': {
    sentence: worded('这个码认不出来，可能印坏了，或者不是{title}的码。'),
    retry: 'never',
  },
  'opened-enough': { sentence: '今天打开的信息已经很多了，请明天再看。', retry: 'later' },
  'too-many-calls': { sentence: '您这一小时看得太多了，请过一会儿再来。', retry: 'later' },
  misconfigured: {
    sentence: '服务的密钥或设置有误，请联系管理员。您填的内容没有问题。',
    retry: 'later',
  },
  'being-erased': {
    sentence: '您的信息正在删除，这一步没有保存。想重新开始，请过一分钟再来。',
    retry: 'later',
  },
  busy: { sentence: '现在用的人太多了，请稍等几秒再试。', retry: 'now' },
  internal: { sentence: '服务出了点问题，请稍后再试。', retry: 'now' },
} as const satisfies Record<string, { sentence: string; retry: Retry }>;

export type ErrorCode = keyof typeof errorTable;
