/** What one sweep did; `left` counts the items that it leaves to the next sweep. */
export interface SweepReport {
  undone: number;
  ended: number;
  unbound: number;
  left: number;
}
