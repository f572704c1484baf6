import type { Binding } from '../dypls/binding';
import type { Announcement } from './announcements';

/** Where a call to a masked number leads: a phone, or an announcement. */
export type Route = { rings: string; binding: Binding } | { announcement: Announcement };

/**
 * Finds the phone that `caller` reaches through the bindings in force on one number. In a pair each side reaches the
 * other; with an extension everyone reaches A; a call by A itself goes to B, if there is one.
 */
export function routeCall(caller: string, extension: string | null, onNumber: readonly Binding[]): Route {
  const own = onNumber.find(({ a }) => a === caller);
  if (own) {
    if (own.callRestrict === 'CONTROL_AX_DISABLE') return { announcement: 'restricted' };
    return own.b === null ? { announcement: 'unreachable' } : { rings: own.b, binding: own };
  }
  const needsExtension = onNumber.some(({ mode }) => mode === 'extension');
  const toA = onNumber.find(
    ({ mode, b, extension: bound }) =>
      mode === 'axn' || (mode === 'axb' && b === caller) || (mode === 'extension' && bound === extension),
  );
  if (!toA) return { announcement: needsExtension ? 'extension-needed' : 'unreachable' };
  if (toA.callRestrict === 'CONTROL_BX_DISABLE') return { announcement: 'restricted' };
  return { rings: toA.a, binding: toA };
}
