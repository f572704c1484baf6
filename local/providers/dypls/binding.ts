/** How a pool's numbers connect people. */
export type PoolMode =
  /** One pair: either dials X and reaches the other. */
  | 'axb'
  /** Anyone who dials X reaches A. */
  | 'axn'
  /** Anyone who dials X and the extension reaches A. */
  | 'extension';

/** One bound number. Phones are digits. */
export interface Binding {
  subsId: string;
  poolKey: string;
  mode: PoolMode;
  x: string;
  a: string;
  /** The other phone of a pair. In the other modes: the phone that A reaches, if there is one. */
  b: string | null;
  extension: string | null;
  createdAtMs: number;
  expiresAtMs: number;
  /** Set when the binding is removed or expires. */
  endedAtMs: number | null;
  outId: string | null;
  outOrderId: string | null;
  recording: boolean;
  /** The side that may not call the other. */
  callRestrict: 'CONTROL_AX_DISABLE' | 'CONTROL_BX_DISABLE' | null;
  /** Seconds for which a phone rings; null leaves it to the carrier. */
  callTimeoutSeconds: number | null;
}

export type NewBinding = Pick<
  Binding,
  | 'poolKey'
  | 'mode'
  | 'a'
  | 'b'
  | 'expiresAtMs'
  | 'outId'
  | 'outOrderId'
  | 'recording'
  | 'callRestrict'
  | 'callTimeoutSeconds'
> & { x?: string; extension?: string };

export type BindingChange = Partial<
  Pick<Binding, 'a' | 'b' | 'expiresAtMs' | 'outId' | 'recording' | 'callRestrict'>
>;
