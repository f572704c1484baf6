import { chooseMaskedNumbers, maskedNumberModes } from '../../shared/adapters/choose-masked-numbers';
import type { MaskedNumbers } from '../../shared/adapters/masked-numbers';
import { logCall } from '../../shared/kernel/log';
import { Misconfigured } from '../../shared/kernel/misconfigured';
import { settings } from '../../shared/kernel/settings';

/** The carrier that the environment names. Throws Misconfigured, so get it before anything is recorded. */
export function carrier(): MaskedNumbers {
  const numbers = chooseMaskedNumbers(settings.maskedNumberMode(), settings.dypls());
  if (!numbers) throw new Misconfigured(`MASKED_NUMBER_MODE is not one of ${maskedNumberModes.join(', ')}`);
  return numbers;
}

/** Logs a refusal of the carrier, with the setting to check. */
export const noteRefusal = (requestId: string, code: string): void =>
  logCall.provider(requestId, 'masked-number', code, adviceFor(code));

/** Logs that the carrier has a number more than the list that the sweep compares. */
export const noteUnlisted = (): void =>
  logCall.misconfigured(
    '',
    'bind',
    'the carrier gave a number that the collection numbers lacked; it was added',
  );

/** Logs that there is no list of numbers, so that a number of a lost answer is not given back before its time ends. */
export const noteNoNumbers = (): void =>
  logCall.misconfigured('', 'sweep', 'the collection numbers is empty: npm run operators -- numbers FILE');

/** Codes of the carrier that point to a wrong setting of ours. */
const advices: readonly (readonly [RegExp, string])[] = [
  [/^(InvalidAccessKeyId|MissingAccessKeyId)/, 'ALIYUN_ACCESS_KEY_ID is not known to the carrier'],
  [
    /^(SignatureDoesNotMatch|IncompleteSignature)/,
    'ALIYUN_ACCESS_KEY_SECRET does not belong to ALIYUN_ACCESS_KEY_ID',
  ],
  [
    /^(isv\.POOLKEY|isv\.NO_NOT_EXIST)/,
    'DYPLS_POOL_KEY, or a number of the collection numbers, is not of this account',
  ],
  [
    /^(isv\.FORBIDDEN_ACTION|Forbidden|NoPermission)/,
    'MASKED_NUMBER_MODE does not fit the pool, or the key lacks the right',
  ],
  [/^InvalidTimeStamp/, 'the clock of the function is wrong'],
];

const adviceFor = (code: string): string | undefined => advices.find(([codes]) => codes.test(code))?.[1];
