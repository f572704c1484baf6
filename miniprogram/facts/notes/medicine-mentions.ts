import { bySound } from './character-tables';
import type { NoteContext } from './finding';
import { mentionsOf, namesOf, spelledTogether } from './medicine-names';
import { stanceOf, stanceOnSpoiled } from './medicine-stance';
import type { FoldedText } from './normalise';
import type { Match } from './rule';
import { settingOf } from './setting';

/** Names that speak of a medicine's state instead of its substance. */
const spoiled = /过期|封|喝过/;

/**
 * Medicines that may not be passed on, found where they are offered or requested. Authors may always mention what
 * somebody takes, had, is allergic to, was prescribed or does not want, because a neighbour who helps must know it.
 */
export function medicineMatches(folded: FoldedText, { board, refusals }: NoteContext): Match[] {
  const heard = spelledTogether(bySound(folded.text));
  const found: Match[] = [];
  const weighed: { from: number; to: number }[] = [];
  for (const { name, heardName, reason } of namesOf(refusals)) {
    for (const { from, to } of mentionsOf(heardName, heard)) {
      if (weighed.some((other) => other.from < to && from < other.to)) continue;
      weighed.push({ from, to });
      const setting = settingOf(folded, from, to);
      const stance = spoiled.test(name)
        ? stanceOnSpoiled(setting, board)
        : stanceOf(setting, folded.text, board);
      if (stance === 'said') continue;
      found.push({
        kind: stance === 'asked' ? 'medicine-asked' : 'medicine-offered',
        ...withJoint(folded.text, from, to + measureAfter(folded.text.slice(to))),
        reason,
      });
    }
  }
  return found;
}

function withJoint(text: string, from: number, to: number): { from: number; to: number } {
  const joint = joinedBefore(text.slice(0, from));
  return { from: from - joint, to: joint > 0 ? to : to + joinedAfter(text.slice(to)) };
}

/** Words that join a name to the one before or after it in a list go with it. */
const joinedBefore = (before: string): number => /(?:[和及跟与、]|以及|还有)$/.exec(before)?.[0].length ?? 0;
const joinedAfter = (after: string): number => /^(?:[和及跟与、]|以及)/.exec(after)?.[0].length ?? 0;

const measureAfter = (after: string): number =>
  /^(?:克肟|拉定|呋辛酯?|氨苄|曲松|地尼|丙烯|羟氨苄)?(?:类|片|胶囊|颗粒|分散片|干混悬剂|缓释片|针|笔)*(?:药物?)?(?:[一二两三四五六七八九十几\d]{1,3}(?:盒|板|粒|片|支|瓶|袋))?/.exec(
    after,
  )?.[0].length ?? 0;
