/** What a carrier says in place of ringing. */
export const announcements = {
  /** The number is not in use. */
  'no-such-number': '您拨打的号码是空号，请核对后再拨。',
  /** The masked number does not connect this phone: it never did, the binding was removed, or it expired. */
  unreachable: '您拨打的号码暂时无法接通，请稍后再拨。',
  /** A number with extensions was dialled without a valid one. */
  'extension-needed': '请输入分机号，按井号键结束。',
  restricted: '您没有拨打该号码的权限。',
  busy: '您拨打的用户正忙，请稍后再拨。',
  'no-answer': '您拨打的电话暂时无人接听，请稍后再拨。',
} as const;

export type Announcement = keyof typeof announcements;
