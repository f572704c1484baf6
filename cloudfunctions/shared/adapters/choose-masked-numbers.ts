import { axbNumbers } from './dypls-axb';
import { extensionNumbers } from './dypls-axn-extension';
import type { DyplsSettings } from './dypls-client';
import type { MaskedNumbers } from './masked-numbers';

/** Ways of reaching somebody, chosen by configuration: `MASKED_NUMBER_MODE`. */
const modes = {
  /** A number for the two bound phones, which both may dial. */
  axb: axbNumbers,
  /** A shared number and digits, which may be dialled from any phone. */
  'axn-extension': extensionNumbers,
} as const satisfies Record<string, (settings: DyplsSettings) => MaskedNumbers>;

export const maskedNumberModes: readonly string[] = Object.keys(modes);

/** Null for an unknown mode. */
export function chooseMaskedNumbers(mode: string, settings: DyplsSettings): MaskedNumbers | null {
  return Object.hasOwn(modes, mode) ? modes[mode as keyof typeof modes](settings) : null;
}
