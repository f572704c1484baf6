import { chooseMaskedNumbers } from '../shared/adapters/choose-masked-numbers';
import type { MaskedNumbers } from '../shared/adapters/masked-numbers';
import { secret } from '../shared/kernel/secret';

/** The carrier that the environment names. */
export const carrier = (): MaskedNumbers =>
  chooseMaskedNumbers(process.env.MASKED_NUMBER_MODE || 'axb', {
    accessKeyId: secret('ALIYUN_ACCESS_KEY_ID'),
    accessKeySecret: secret('ALIYUN_ACCESS_KEY_SECRET'),
    endpoint: process.env.DYPLS_ENDPOINT ?? '',
    poolKey: secret('DYPLS_POOL_KEY'),
    poolNumbers: secret('DYPLS_POOL_NUMBERS')
      .split(',')
      .map((number) => number.trim()),
  });
