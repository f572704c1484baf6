import { blocks, type Finding, type Verdict } from '@facts/notes/finding';
import { findingNames, findingSentence } from '@facts/notes/finding-words';
import { readNote } from '@facts/notes/read-note';
import type { Campaign } from '../contract/campaign';
import type { NoteFinding } from '../contract/errors';
import type { PostDraft } from '../contract/posts-calls';

/** Why a note may not be public as it is: a sentence about the first passage, and all passages as findings. */
export interface NoteFault {
  code: 'item-refused' | 'note-to-clean' | 'note-refused';
  field: 'note';
  message: string;
  findings: readonly NoteFinding[];
}

/** What a campaign says of words in notes. */
type NoteWords = Pick<Campaign, 'refusals' | 'plainWords'>;

/** The fault that keeps a note off the board. Null for a good note, and for a doubtful one that a volunteer has to read. */
export function noteFault(
  { note, board }: Pick<PostDraft, 'note' | 'board'>,
  { refusals, plainWords }: NoteWords,
): NoteFault | null {
  const { findings, verdict } = readNote(note, { board, refusals, plainWords });
  const kept = findings.filter(blocks);
  const [first] = kept;
  if (!first || verdict === 'publish' || verdict === 'doubtful') return null;
  const medicine = kept.find(isMedicine);
  const shown = medicine ?? first;
  const words = (finding: Finding): string => note.slice(finding.start, finding.end);
  return {
    code: medicine ? 'item-refused' : codes[verdict],
    field: 'note',
    message: medicine
      ? findingSentence(medicine)
      : `“${words(shown)}”像是${findingNames[shown.kind]}。${findingSentence(shown)}`,
    findings: kept.map((finding) => ({ kind: finding.kind, words: words(finding) })),
  };
}

/** The passages that keep a note from the board, each with its words. */
export function noteFindings(
  { note, board }: Pick<PostDraft, 'note' | 'board'>,
  { refusals, plainWords }: NoteWords,
): NoteFinding[] {
  const { findings } = readNote(note, { board, refusals, plainWords });
  return findings.filter(blocks).map(({ kind, start, end }) => ({ kind, words: note.slice(start, end) }));
}

const isMedicine = ({ kind }: Finding): boolean => kind === 'medicine-offered' || kind === 'medicine-asked';

const codes: Readonly<Record<Exclude<Verdict, 'publish' | 'doubtful'>, NoteFault['code']>> = {
  'remove-first': 'note-to-clean',
  refuse: 'note-refused',
};
