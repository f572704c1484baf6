import { bindAnswer, dyplsBindings } from './dypls-bindings';
import { chinaSeconds } from '@facts/china-time';
import { callDypls, type DyplsSettings } from './dypls-client';
import type { MaskedNumbers } from './masked-numbers';

/** AXN with an extension: a shared number and up to three digits, dialled from whatever phone is at hand. */
export const extensionNumbers = (settings: DyplsSettings): MaskedNumbers => ({
  ...dyplsBindings(settings),
  bind: async ({ callerPhone, calledPhone, expiresAtMs, outId }) =>
    bindAnswer(
      await callDypls(settings, 'BindAxnExtension', {
        // The service calls the called phone A, and the one that A reaches when dialling back B.
        PhoneNoA: calledPhone,
        PhoneNoB: callerPhone,
        Expiration: chinaSeconds(expiresAtMs),
        OutId: outId,
      }),
    ),
});
