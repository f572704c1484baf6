import type { ExamplesByRule } from './examples';

export const barterExamples: ExamplesByRule = {
  'goods for goods': {
    refused: ['以药换药', '以物换物', '等价交换'],
    accepted: ['不要以物换物', '每天换药', '药换不了命'],
  },
  'this for that': {
    refused: ['用布洛芬换美林', '拿奶粉来换', '有口罩想换布洛芬'],
    accepted: ['泰诺没用，换布洛芬试试', '用温水换毛巾擦', '别拿去换东西', '有医生给换了药'],
  },
  'may be exchanged': {
    refused: ['可换抗原', '互换', '求换退烧药'],
    accepted: ['谢绝交换', '能换布洛芬吃吗', '膝关节置换术后'],
  },
  'so many of another thing for it': {
    refused: ['换3个N95', '布洛芬换抗原', '我出酒精，换退烧药'],
    accepted: ['一天换3个退热贴', '换了3家医院', '换布洛芬也没用'],
  },
};
