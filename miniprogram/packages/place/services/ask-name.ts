import { say } from '../../../facts/words/say';

const usualNames = ['爸妈家', '我家', '学校', '单位'] as const;
const longestName = 8;

/** Asks what the person calls a place; null when they went back or wrote nothing. */
export async function askName(): Promise<string | null> {
  const names = usualNames.map((name) => say(name));
  const picked = await wx.showActionSheet({ itemList: [...names, say('别的名字')] }).catch(() => null);
  if (picked === null) return null;
  return names[picked.tapIndex] ?? ownWords();
}

async function ownWords(): Promise<string | null> {
  const written = await wx.showModal({
    title: say('您怎么叫这里'),
    editable: true,
    placeholderText: say('如：奶奶家'),
  });
  const name = Array.from((written.content ?? '').trim())
    .slice(0, longestName)
    .join('');
  return written.confirm && name !== '' ? name : null;
}
