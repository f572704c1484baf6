import { clauseEnd, type FoldedText } from './normalise';

/** A passage of a folded note with the clauses around it. */
export interface Setting {
  start: number;
  end: number;
  /** The clause up to the passage, the passage, and the clause after it. */
  before: string;
  words: string;
  after: string;
  /** The clause before the matched one; `next` is the clause after it. */
  previous: string;
  next: string;
}

export function settingOf(folded: FoldedText, start: number, end: number): Setting {
  const { text } = folded;
  const breaks = clauseBreaks(folded);
  const from = lastBreak(breaks, start);
  const to = nextBreak(breaks, end, text.length);
  return {
    start,
    end,
    before: text.slice(from.end, start),
    words: text.slice(start, end),
    after: text.slice(end, to.start),
    previous: text.slice(lastBreak(breaks, from.start - 1).end, Math.max(from.start, 0)),
    next: text.slice(to.end, nextBreak(breaks, to.end, text.length).start),
  };
}

interface Break {
  start: number;
  end: number;
}

const remembered = new WeakMap<FoldedText, readonly Break[]>();

/** The ends of clauses: marks, and blanks between two stretches of three characters or more. */
function clauseBreaks(folded: FoldedText): readonly Break[] {
  const known = remembered.get(folded);
  if (known) return known;
  const { text, gaps } = folded;
  const marks = [...text].flatMap((character, index) => (character === clauseEnd ? [index] : []));
  const edges = [...new Set([0, ...gaps, ...marks, ...marks.map((mark) => mark + 1), text.length])].sort(
    (one, other) => one - other,
  );
  const found: Break[] = marks.map((mark) => ({ start: mark, end: mark + 1 }));
  for (const [which, edge] of edges.entries()) {
    const shortest = Math.min(edge - (edges[which - 1] ?? edge), (edges[which + 1] ?? edge) - edge);
    if (gaps.has(edge) && shortest >= 3) found.push({ start: edge, end: edge });
  }
  found.sort((one, other) => one.start - other.start);
  remembered.set(folded, found);
  return found;
}

const lastBreak = (breaks: readonly Break[], at: number): Break =>
  [...breaks].reverse().find((edge) => edge.end <= at) ?? { start: 0, end: 0 };

const nextBreak = (breaks: readonly Break[], at: number, length: number): Break =>
  breaks.find((edge) => edge.start >= at) ?? { start: length, end: length };
