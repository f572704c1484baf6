/**
 * The caller's openid straight from the environment that the platform sets for each invocation: the same that
 * wx-server-sdk reads, without waiting for that SDK to load.
 */
export const openid = (): string | null => process.env.WX_OPENID || null;

/** Whether the platform's timer started this invocation. A client cannot set the environment. */
export const isTimer = (): boolean => process.env.TRIGGER_SRC === 'timer';

/** The address from which the caller's phone calls, as `getWXContext()` has it; '' when the platform says none. */
export const clientAddress = (): string => process.env.WX_CLIENTIPV6 || process.env.WX_CLIENTIP || '';
