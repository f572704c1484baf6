import type { ExamplesByRule } from './examples';

export const saleExamples: ExamplesByRule = {
  haggling: {
    refused: ['可议价', '不讲价', '量大从优', '多少钱都行', '价格私聊'],
    accepted: ['骗子加价卖', '黄牛加价太狠了'],
  },
  'not for free': {
    refused: ['白嫖勿扰', '非诚勿扰', '免费勿扰', '有偿'],
    accepted: ['免费送', '拒绝有偿', '谁有偿都别给', '收费站旁边'],
  },
  'selling and buying': {
    refused: ['出售布洛芬', '高价收药', '代购', '接龙下单', '20盒起订'],
    accepted: ['请勿转卖', '谢绝药贩子收购', '药店卖光了', '哪里还有卖退烧药', '出了一身汗', '收到请回话'],
  },
};
