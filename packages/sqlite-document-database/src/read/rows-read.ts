/** The documents that one operation reads; index entries are not counted. */
export interface RowsRead {
  /** Documents that were examined, including those that a long walk only skips. */
  examined: number;
  /**
   * Documents that the operation was asked for: those that match; in a pipeline those that its first stages let through; and
   * every document named by id.
   */
  answered: number;
}

export function noteRows(rows: RowsRead | undefined, examined: number, answered: number): void {
  if (!rows) return;
  rows.examined += examined;
  rows.answered += answered;
}
