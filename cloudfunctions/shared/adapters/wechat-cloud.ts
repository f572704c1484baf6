import cloud from 'wx-server-sdk';

// The SDK's types want a name where its own constant is a symbol.
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV as unknown as string });

/** WeChat's server SDK, for the environment that the function runs in. */
export { cloud };
