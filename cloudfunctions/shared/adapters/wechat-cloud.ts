import type sdk from 'wx-server-sdk';

export type WechatCloud = typeof sdk;

let loaded: Promise<WechatCloud> | undefined;

/**
 * WeChat's server SDK, for the environment that the function runs in. It is loaded when something is first asked of WeChat, because it
 * takes as long to load as all the rest of a function.
 */
export const wechatCloud = (): Promise<WechatCloud> => (loaded ??= load());

async function load(): Promise<WechatCloud> {
  const { default: cloud } = await import('wx-server-sdk');
  cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });
  return cloud;
}
