import { bindAnswer, dyplsBindings } from './dypls-bindings';
import { chinaSeconds } from '@facts/china-time';
import { callDypls, type DyplsSettings } from './dypls-client';
import type { MaskedNumbers } from './masked-numbers';

/** AXB: one number for one pair. Both dial it from their bound phones, and each sees it ring. */
export const axbNumbers = (settings: DyplsSettings): MaskedNumbers => ({
  ...dyplsBindings(settings),
  bind: async ({ callerPhone, calledPhone, expiresAtMs, outId }) =>
    bindAnswer(
      await callDypls(settings, 'BindAxb', {
        PhoneNoA: callerPhone,
        PhoneNoB: calledPhone,
        Expiration: chinaSeconds(expiresAtMs),
        OutId: outId,
      }),
    ),
});
