import cloud from 'wx-server-sdk';

/** The openid that the platform vouches for; null for a visitor whom WeChat has not signed in. */
export const openid = (): string | null => cloud.getWXContext().OPENID || null;
