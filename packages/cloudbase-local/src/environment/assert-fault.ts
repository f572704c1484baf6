/** The kinds of a fault, and those of its fields that are texts or numbers. All fields except `kind` may be absent. */
export interface FaultShape {
  kinds: readonly string[];
  texts: readonly string[];
  numbers: readonly string[];
}

/** Checks a fault that arrived as JSON. Throws TypeError with the field that is wrong. */
export function assertFault(value: unknown, { kinds, texts, numbers }: FaultShape): void {
  if (typeof value !== 'object' || value === null) throw new TypeError('a fault is a JSON object');
  const fault = value as Record<string, unknown>;
  if (!kinds.some((kind) => kind === fault.kind))
    throw new TypeError(`kind must be one of ${kinds.join(', ')}`);
  for (const name of texts)
    if (fault[name] !== undefined && typeof fault[name] !== 'string')
      throw new TypeError(`${name} must be a string`);
  for (const name of numbers) {
    const number = fault[name];
    if (number !== undefined && !(typeof number === 'number' && number >= 0 && Number.isFinite(number)))
      throw new TypeError(`${name} must be a number from 0 up`);
  }
}
