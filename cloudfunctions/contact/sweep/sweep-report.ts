/** What a sweep did; `left` counts what it leaves to the next one. */
export interface SweepReport {
  undone: number;
  ended: number;
  unbound: number;
  left: number;
}
