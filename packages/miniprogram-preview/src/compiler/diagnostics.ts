/**
 * A finding of the compiler about an author's file. `fatal` stops the build, `error` is something the preview refuses
 * and works without, `warning` is advice. Lines and columns start at 1; 0 means the whole file.
 */
export interface Diagnostic {
  severity: 'fatal' | 'error' | 'warning';
  file: string;
  line: number;
  column: number;
  message: string;
}

/** Thrown when a file cannot be compiled further; carries the diagnostic to show. */
export class CompileError extends Error {
  constructor(readonly diagnostic: Diagnostic) {
    super(formatDiagnostic(diagnostic));
  }
}

/** The form `pages/a/a.wxml:3:5 message`, which terminals and browsers make clickable. */
export function formatDiagnostic({ file, line, column, message }: Diagnostic): string {
  return line > 0 ? `${file}:${line}:${column} ${message}` : `${file} ${message}`;
}

/** The 1-based line and column of a character offset in a text. */
export function positionAt(source: string, offset: number): { line: number; column: number } {
  const before = source.slice(0, Math.max(0, offset));
  const lineStart = before.lastIndexOf('\n') + 1;
  return { line: before.split('\n').length, column: before.length - lineStart + 1 };
}
