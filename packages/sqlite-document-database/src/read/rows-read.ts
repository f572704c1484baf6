/** What one operation reads: index entries alone count for nothing. */
export interface RowsRead {
  /** Documents that were looked at, those that a long walk only passes by too. */
  examined: number;
  /** Documents that were asked for: those that match, of a pipeline those that its first stages let through; and all that are named by id. */
  answered: number;
}

export function noteRows(rows: RowsRead | undefined, examined: number, answered: number): void {
  if (!rows) return;
  rows.examined += examined;
  rows.answered += answered;
}
