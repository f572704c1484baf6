import { consistsOf } from './consists-of';
import { blocks, type Finding } from './finding';

/** Reads a text: `readPassages`, or `readNote` in a context. */
export type Reader = (text: string) => readonly Finding[];

/**
 * The note without the passages that keep it from the board. The rest is read again, because removing words may join
 * others; the result has no such passage any more.
 */
export function removeFindings(text: string, read: Reader): string {
  let left = text;
  for (;;) {
    const found = read(left).filter(blocks);
    if (found.length === 0) return left;
    left = tidied(without(left, found));
  }
}

/** Marks the places of removed words until the text is tidied. */
const hole = '\u0000';

function without(text: string, findings: readonly Finding[]): string {
  let left = '';
  let at = 0;
  for (const finding of findings) {
    left += text.slice(at, finding.start) + hole;
    at = finding.end;
  }
  return left + text.slice(at);
}

/** Words that mean nothing once their object is gone. */
const orphan =
  /\s|:|：|我的?|本人|家里?|请|可以?|或者?|也|都|和|及|还|有|求|急求|急需|需要|送|出|要|多|只|另|现|联系|联系方式|加|是|在|到|的|了|吧|一|先|想|用|换|可|、|直接|免费|有需要的?|[\d一二两三四五六七八九十几半]+(?:盒|板|粒|片|支|瓶|袋)|各|盒|瓶|谁|哪里|医生|开|还|這|還|這裡|給|剩|吗|呢|啊|哦|需要的|要的|有的|号码|电话/y;

/** Joins the rest: without clauses of mere connecting words, doubled marks, or marks at either end. */
function tidied(text: string): string {
  return text
    .split(/([，,。；;！!？?\n])/)
    .reduce<string[]>((parts, part, index, all) => {
      if (index % 2 === 1) return parts;
      const mark = all[index + 1] ?? '';
      const spoken = part.split(hole).join('');
      if (spoken === part || !consistsOf(spoken, orphan)) parts.push(spoken + mark);
      return parts;
    }, [])
    .join('')
    .replace(/[（(【[「《“"]\s*[）)\]】」》”"]/g, '')
    .replace(/[：:、\-—+＋/]+(?=[，,。；;！!？?\n]|$)/g, '')
    .replace(/([，,、；;])\s*(?=[，,。；;！!？?])/g, '')
    .replace(/^[\s，,。、；;：:！!？?]+/, '')
    .replace(/[\s，,、；;：:]+$/, '')
    .replace(/ {2,}/g, ' ');
}
