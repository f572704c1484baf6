import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** A note with a person's judgement. `kind` is the disguise of a dealer's text, or the trap in an honest one. */
export const LabelledNote = z.strictObject({
  text: z.string().min(1),
  board: z.enum(['need', 'spare']),
  verdict: z.enum(['honest', 'own-number', 'dealer']),
  kind: z.string().min(1),
});
export type LabelledNote = z.infer<typeof LabelledNote>;

/** The labelled notes, one a line. */
export const readLabelledNotes = (file: string): LabelledNote[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => LabelledNote.parse(JSON.parse(line)));
