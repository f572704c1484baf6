import type { ExamplesByRule } from './examples';

export const identityExamples: ExamplesByRule = {
  'asks for an identity document': {
    refused: ['需要的发我身份证号', '拍身份证正反面', '身份证照片发来', '提供姓名和身份证'],
    accepted: ['身份证在老家', '买药要登记身份证', '不要身份证', '要身份证的别给'],
  },
  'asks for what opens an account': {
    refused: ['把验证码发我', '报银行卡号', '说一下真实姓名'],
    accepted: ['门禁密码坏了', '收不到验证码', '要验证码的是骗子'],
  },
};
