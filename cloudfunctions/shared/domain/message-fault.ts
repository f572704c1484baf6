import type { FindingKind } from '@facts/notes/finding';
import { findingNames } from '@facts/notes/finding-words';
import { personalPassages } from '@facts/notes/personal-passages';
import type { NoteFinding } from '../contract/errors';

/** What must go from a message to operators or an appeal to volunteers. Both reach their author in the inbox. */
export interface MessageFault {
  message: string;
  field: 'text';
  findings: readonly NoteFinding[];
}

/** The fault of a message that names something personal; null for a good one. */
export function messageFault(text: string): MessageFault | null {
  const findings = personalPassages(text).map(({ kind, start, end }) => ({
    kind,
    words: text.slice(start, end),
  }));
  const [first] = findings;
  if (!first) return null;
  return { message: sentence(first.words, first.kind), field: 'text', findings };
}

const sentence = (words: string, kind: FindingKind): string =>
  `“${words}”像是${findingNames[kind]}。不用留，答复会到您的“消息”里。去掉就能发。`;
