import { chooseMaskedNumbers, maskedNumberModes } from '../shared/adapters/choose-masked-numbers';
import type { MaskedNumbers } from '../shared/adapters/masked-numbers';
import { logCall } from '../shared/kernel/log';
import { Misconfigured } from '../shared/kernel/misconfigured';
import { secret } from '../shared/kernel/secret';

/** The carrier that the environment names. Throws Misconfigured, so ask before anything is recorded. */
export function carrier(): MaskedNumbers {
  const mode = process.env.MASKED_NUMBER_MODE || 'axb';
  const numbers = chooseMaskedNumbers(mode, {
    accessKeyId: secret('ALIYUN_ACCESS_KEY_ID'),
    accessKeySecret: secret('ALIYUN_ACCESS_KEY_SECRET'),
    endpoint: endpoint(),
    poolKey: secret('DYPLS_POOL_KEY'),
    poolNumbers: poolNumbers(),
  });
  if (!numbers) throw new Misconfigured(`MASKED_NUMBER_MODE is not one of ${maskedNumberModes.join(', ')}`);
  return numbers;
}

/** Notes a refusal of the carrier, and which setting to look at. */
export const noteRefusal = (requestId: string, code: string): void =>
  logCall.provider(requestId, 'masked-number', code, adviceFor(code));

/** Notes that the carrier gave a number which the sweep does not look at. */
export const noteUnlisted = (): void =>
  logCall.misconfigured('', 'bind', 'the carrier gave a number that DYPLS_POOL_NUMBERS does not list');

function endpoint(): string {
  const given = process.env.DYPLS_ENDPOINT ?? '';
  if (given !== '' && !/^https?:\/\/[^/]+$/.test(given))
    throw new Misconfigured('DYPLS_ENDPOINT is not of the form https://dyplsapi.aliyuncs.com');
  return given;
}

function poolNumbers(): string[] {
  const numbers = secret('DYPLS_POOL_NUMBERS')
    .split(',')
    .map((number) => number.trim());
  if (!numbers.every((number) => /^\d{8,15}$/.test(number)))
    throw new Misconfigured('DYPLS_POOL_NUMBERS is not a list of numbers with commas between them');
  return numbers;
}

/** Codes of the carrier that say that a setting of ours is wrong. */
const advices: readonly (readonly [RegExp, string])[] = [
  [/^(InvalidAccessKeyId|MissingAccessKeyId)/, 'ALIYUN_ACCESS_KEY_ID is not known to the carrier'],
  [
    /^(SignatureDoesNotMatch|IncompleteSignature)/,
    'ALIYUN_ACCESS_KEY_SECRET does not belong to ALIYUN_ACCESS_KEY_ID',
  ],
  [/^(isv\.POOLKEY|isv\.NO_NOT_EXIST)/, 'DYPLS_POOL_KEY or DYPLS_POOL_NUMBERS is not of this account'],
  [
    /^(isv\.FORBIDDEN_ACTION|Forbidden|NoPermission)/,
    'MASKED_NUMBER_MODE does not fit the pool, or the key lacks the right',
  ],
  [/^InvalidTimeStamp/, 'the clock of the function is wrong'],
];

const adviceFor = (code: string): string | undefined => advices.find(([codes]) => codes.test(code))?.[1];
