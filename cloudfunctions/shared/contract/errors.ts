import { z } from 'zod';

/** Every expected failure, with the sentence that the user reads and whether trying again can help. */
export const errorTable = {
  'invalid-input': { sentence: '填写的内容有误,请检查后再试。', retry: 'after-change' },
  'sign-in-required': { sentence: '请在微信中打开后再试。', retry: 'after-change' },
  'verification-required': { sentence: '请先完成实名验证,再发布或联系。', retry: 'after-change' },
  'not-allowed': { sentence: '您没有权限进行这个操作。', retry: 'never' },
  'not-found': { sentence: '这条信息不存在,或已经被删除。', retry: 'never' },
  'post-closed': { sentence: '这条信息已经结束了。', retry: 'never' },
  'post-changed': { sentence: '这条信息刚刚有变化,请看一眼最新的情况再操作。', retry: 'after-change' },
  'item-not-listed': { sentence: '清单里没有这种药品或物资,请从清单中选择。', retry: 'after-change' },
  'item-refused': { sentence: '这种药品不能在这里发布。', retry: 'after-change' },
  'quantity-too-large': { sentence: '数量超过了一个疗程或一份的用量,请改小一些。', retry: 'after-change' },
  'medicine-expired': { sentence: '过期的药品不能送人。', retry: 'after-change' },
  'region-unknown': { sentence: '没有找到这个地区,请重新选择位置。', retry: 'after-change' },
  'too-many-open-posts': {
    sentence: '您还有几条信息没有结束,请先结束一条再发布。',
    retry: 'after-change',
  },
  busy: { sentence: '现在用的人太多了,请稍等几秒再试。', retry: 'now' },
  internal: { sentence: '服务出了点问题,请稍后再试。', retry: 'later' },
} as const satisfies Record<string, { sentence: string; retry: 'now' | 'later' | 'after-change' | 'never' }>;

export type ErrorCode = keyof typeof errorTable;
export const ErrorCode = z.enum(Object.keys(errorTable) as [ErrorCode, ...ErrorCode[]]);

/** Failures that any call may answer with; a call lists only what it adds. */
export const commonErrors = ['invalid-input', 'busy', 'internal'] as const satisfies readonly ErrorCode[];

/**
 * What a failed call answers. `message` is a Chinese sentence for the user: the table's own, or one that says
 * more about this case. `field` names the part of the input that is wrong, as a dotted path.
 */
export const CallFailure = z.strictObject({
  code: ErrorCode,
  message: z.string(),
  field: z.string().optional(),
  requestId: z.string(),
});
export type CallFailure = z.infer<typeof CallFailure>;
