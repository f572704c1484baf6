import cloud from 'wx-server-sdk';

cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });

/** WeChat's server SDK, for the environment that the function runs in. */
export { cloud };
