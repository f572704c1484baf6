import {
  blocks,
  type FindingKind,
  type NoteContext,
  type Verdict,
} from '../../miniprogram/facts/notes/finding';
import { readNote } from '../../miniprogram/facts/notes/read-note';
import { removeFindings } from '../../miniprogram/facts/notes/remove-findings';
import type { LabelledNote } from './labelled-note';

/** How one labelled note was read. */
export interface ReadNote {
  note: LabelledNote;
  verdict: Verdict;
  kinds: readonly FindingKind[];
  /** Whether the rest may be published after one tap. */
  publishableAfterTap: boolean;
}

export function readLabelled(notes: readonly LabelledNote[], refusals: NoteContext['refusals']): ReadNote[] {
  return notes.map((note) => {
    const context = { board: note.board, refusals };
    const { verdict, findings } = readNote(note.text, context);
    const left = removeFindings(note.text, (text) => readNote(text, context).findings);
    return {
      note,
      verdict,
      kinds: [...new Set(findings.filter(blocks).map(({ kind }) => kind))],
      publishableAfterTap: readNote(left, context).verdict === 'publish',
    };
  });
}

export interface Score {
  honest: number;
  honestWaiting: number;
  honestRefused: number;
  ownNumbers: number;
  /** Notes whose author is asked to take a number out, and that may be published after one tap. */
  ownNumbersHelped: number;
  dealers: number;
  dealersPublished: number;
  /** The share of stopped notes that are not honest. */
  precision: number;
  /** The share of dishonest notes that were stopped. */
  recall: number;
}

const stopped = ({ verdict }: ReadNote): boolean => verdict !== 'publish';

export function scoreOf(read: readonly ReadNote[]): Score {
  const of = (label: LabelledNote['verdict']): ReadNote[] =>
    read.filter(({ note }) => note.verdict === label);
  const honest = of('honest');
  const own = of('own-number');
  const dealers = of('dealer');
  const rightlyStopped = [...own, ...dealers].filter(stopped).length;
  const waiting = honest.filter(({ verdict }) => verdict === 'doubtful').length;
  return {
    honest: honest.length,
    honestWaiting: waiting,
    honestRefused: honest.filter(stopped).length - waiting,
    ownNumbers: own.length,
    ownNumbersHelped: own.filter(
      ({ verdict, publishableAfterTap }) => verdict === 'remove-first' && publishableAfterTap,
    ).length,
    dealers: dealers.length,
    dealersPublished: dealers.filter((note) => !stopped(note)).length,
    precision: rightlyStopped / Math.max(1, read.filter(stopped).length),
    recall: rightlyStopped / Math.max(1, own.length + dealers.length),
  };
}

export interface KindScore {
  kind: string;
  texts: number;
  stopped: number;
}

/** By the labelled kind, of honest or of other notes: how many there are, and how many were stopped. */
export function byLabel(read: readonly ReadNote[], honest: boolean): KindScore[] {
  const chosen = read.filter(({ note }) => (note.verdict === 'honest') === honest);
  const kinds = [...new Set(chosen.map(({ note }) => note.kind))].sort();
  return kinds.map((kind) => {
    const texts = chosen.filter(({ note }) => note.kind === kind);
    return { kind, texts: texts.length, stopped: texts.filter(stopped).length };
  });
}

export interface FindingScore {
  kind: FindingKind;
  inHonest: number;
  inOthers: number;
}

/** By finding: in how many honest notes and in how many others. */
export function byFinding(read: readonly ReadNote[]): FindingScore[] {
  const kinds = [...new Set(read.flatMap((note) => note.kinds))].sort();
  return kinds.map((kind) => {
    const having = read.filter((note) => note.kinds.includes(kind));
    const inHonest = having.filter(({ note }) => note.verdict === 'honest').length;
    return { kind, inHonest, inOthers: having.length - inHonest };
  });
}
