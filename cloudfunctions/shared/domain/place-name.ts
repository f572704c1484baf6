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
  if (claimsAuthority.test(name))
    return { fault: '请不要用政府部门的名字，也不要写“官方”。写这个地方自己的名字。' };
  const { findings } = readNote(name, { board: 'need', refusals: [] });
  const fault = [...readPassages(name), ...findings].find(blocks);
  return fault ? { fault: `地方的名字里只写名字。${findingSentence(fault)}` } : { name };
}

/** What would make a poster of anybody's look like an authority's. Where its people live is a place like any other: 公安家属院. */
const claimsAuthority =
  /官方|疾控|卫健委|(?:卫生健康委员会|红十字会|指挥部|防控办|公安局|派出所|监督管理局|应急管理局|政府)$/;
