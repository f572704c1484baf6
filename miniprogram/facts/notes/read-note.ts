import { weightOf, type Finding, type NoteContext, type NoteReading, type Verdict } from './finding';
import { medicineMatches } from './medicine-mentions';
import { findingsOf, readPassages, withoutOverlap } from './passages';

/** What a note says that a public board must not carry, and what follows from it. Pure; a few milliseconds. */
export function readNote(text: string, context: NoteContext): NoteReading {
  const medicines = findingsOf(text, (folded) => medicineMatches(folded, context));
  const findings = withoutOverlap([...readPassages(text), ...medicines]);
  return { findings, verdict: verdictOf(findings) };
}

function verdictOf(findings: readonly Finding[]): Verdict {
  const weights = new Set(findings.map(({ kind }) => weightOf(kind)));
  if (weights.has('refuse')) return 'refuse';
  if (weights.has('remove')) return 'remove-first';
  return weights.has('doubt') ? 'doubtful' : 'publish';
}
