import cloud from 'wx-server-sdk';

cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });

export const main = async ({ text }) => ({ text, openid: cloud.getWXContext().OPENID });
