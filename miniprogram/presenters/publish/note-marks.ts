import { blocks } from '../../facts/notes/finding';
import { findingNames, findingSentence } from '../../facts/notes/finding-words';
import { readPassages } from '../../facts/notes/passages';
import { removeFindings } from '../../facts/notes/remove-findings';
import { translated } from '../../facts/words/say';

/** A passage that has to be taken out before publishing. */
export interface NoteMark {
  /** Its position in the note: unique among the marks. */
  start: number;
  words: string;
  name: string;
}

export interface NoteMarks {
  marks: NoteMark[];
  /** Why the first of them cannot be public; empty without marks. */
  why: string;
  /** The name of a compound, which may stay; empty without one. */
  compound: string;
}

/** The marks below a note while it is typed. */
export function noteMarks(note: string): NoteMarks {
  const findings = readPassages(note);
  const blocking = findings.filter(blocks);
  const [first] = blocking;
  const compound = findings.find(({ kind }) => kind === 'compound');
  return {
    marks: blocking.map(({ kind, start, end }) => ({
      start,
      words: note.slice(start, end),
      name: translated(findingNames[kind]),
    })),
    why: first ? translated(findingSentence(first)) : '',
    compound: compound ? note.slice(compound.start, compound.end) : '',
  };
}

/** The note without the passages that must go. */
export const cleanedNote = (note: string): string => removeFindings(note, readPassages);
