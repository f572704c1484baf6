import { blocks } from '@facts/notes/finding';
import { findingSentence } from '@facts/notes/finding-words';
import { readPassages } from '@facts/notes/passages';
import { readNote } from '@facts/notes/read-note';
import { cleanText } from './clean-text';

/** The place's name as it is shown, or the sentence that refuses it. A printed poster is public, so the name must be harmless. */
export function placeName(text: string): { name: string } | { fault: string } {
  const name = cleanText(text).replace(/\s+/g, ' ').trim();
  if ([...name].length < 2) return { fault: '请写出地方的名字，如“湘江一号小区”。' };
  if (!/\p{Script=Han}|[A-Za-z]/u.test(name)) return { fault: '请写出地方的名字，如“湘江一号小区”。' };
  const { findings } = readNote(name, { board: 'need', refusals: [] });
  const fault = [...readPassages(name), ...findings].find(blocks);
  return fault ? { fault: `地方的名字里只写名字。${findingSentence(fault)}` } : { name };
}
