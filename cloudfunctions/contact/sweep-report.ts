/** What a sweep did; `left` is what it could not settle and leaves to the next one. */
export interface SweepReport {
  undone: number;
  ended: number;
  unbound: number;
  left: number;
}
