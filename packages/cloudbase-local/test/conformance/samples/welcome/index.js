const cloud = require('wx-server-sdk');

// 不写环境：使用云函数所在的环境
cloud.init();

// 普通函数，直接返回
exports.main = (event, context) => {
  console.log(event);
  const { OPENID, APPID, ENV, SOURCE } = cloud.getWXContext();
  return {
    // 小程序端调用时，event 中带有 userInfo
    userInfo: event.userInfo,
    sent: event.sent,
    same: event.userInfo ? event.userInfo.openId === OPENID && event.userInfo.appId === APPID : null,
    env: ENV,
    source: SOURCE,
    requestId: context.request_id,
    environment: JSON.parse(context.environment).WX_OPENID,
    environ: context.environ.includes('WX_OPENID=' + OPENID),
  };
};
