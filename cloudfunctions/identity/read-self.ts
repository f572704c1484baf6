import type { Self } from '../shared/contract/identity-calls';
import type { Invocation } from '../shared/kernel/procedure';

export async function readSelf(_input: unknown, { actor }: Invocation): Promise<Self> {
  const self = await actor();
  if (self.kind === 'guest')
    return { verification: 'none', maskedName: null, can: { publish: false, contact: false } };
  return { verification: 'verified', maskedName: self.maskedName, can: { publish: true, contact: false } };
}
