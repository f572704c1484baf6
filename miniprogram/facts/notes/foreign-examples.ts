import type { ExamplesByRule } from './examples';

export const foreignExamples: ExamplesByRule = {
  'trade in English': {
    refused: [
      'Panadol for sale, message me',
      'Selling Advil',
      'Can ship, payment first',
      'Will trade Tylenol for test kits',
      'I will pay double for children’s Tylenol',
      'fifty yuan per box',
      'Tylenol, paypal or alipay',
      'Ibuprofen 20 bucks a strip',
    ],
    accepted: [
      'Advil, not for sale',
      'Not selling, just sharing with neighbours',
      'Pharmacies keep selling out',
      'I cannot pay, but I am very grateful',
      'Ibuprofen 0.3 g, 10 capsules, free',
      'no payment please',
      'It pays to drink water',
    ],
  },
  'trade in Latin letters': {
    refused: ['tui shao yao san shi yi ban', 'yi bai kuai yi he', 'gao jia shou yao', 'mai yao de lai'],
    accepted: [
      'you tui shao yao ma',
      'fa shao san shi jiu du',
      'mai bu dao yao',
      'yi tian san ci',
      'mian fei song',
    ],
  },
};
