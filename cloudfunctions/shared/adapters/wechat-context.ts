import cloud from 'wx-server-sdk';

/** Who calls, by the platform's word: the openid, or null for a visitor whom WeChat has not signed in. */
export const openid = (): string | null => cloud.getWXContext().OPENID || null;
