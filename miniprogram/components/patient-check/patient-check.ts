import type { Group } from '../../../cloudfunctions/shared/contract/board';
import type { OpenedPost } from '../../../cloudfunctions/shared/contract/post';
import type { ForWhom } from '../../../cloudfunctions/shared/contract/talk';
import { groupWarnings, itemClashes } from '../../presenters/item/item-warnings';
import type { WarningLine } from '../../presenters/item/item-warnings';
import { campaignAtHand } from '../../services/campaign';
import { ownGroups } from '../../services/own-groups';
import { objectOf } from '../properties';
import { say } from '../../facts/words/say';
import { inLanguage } from '../in-language';

const illChoices = () =>
  [1, 2, 3, 4, 5].map((count) => ({
    code: String(count),
    name: count === 5 ? say('5人以上') : say`${count}人`,
  }));

/**
 * Before a medicine is asked for: for whom is it, and may they take it. Starts from what the user said in their own need. Answers
 * `change` with a ForWhom, which the giver reads.
 */
Component({
  behaviors: [inLanguage],
  properties: {
    post: objectOf<OpenedPost>(),
  },
  data: {
    groups: [] as { code: Group; name: string }[],
    chosen: [] as Group[],
    illChoices: [] as { code: string; name: string }[],
    ill: [] as string[],
    lines: [] as WarningLine[],
    clashes: [] as WarningLine[],
    /** Something is known of these items for one group or another. */
    isChecked: false,
  },
  observers: {
    post(post: OpenedPost | null) {
      if (post === null) return;
      const campaign = campaignAtHand();
      const codes = post.items.map(({ code }) => code);
      const groups = campaign.groups.map(({ code, name }) => ({ code, name }));
      const all = groups.map(({ code }) => code);
      this.setData({
        illChoices: illChoices(),
        groups,
        clashes: itemClashes(codes, campaign),
        isChecked: groupWarnings(codes, all, campaign).length > 0,
      });
      this.choose(ownGroups(), this.data.ill);
    },
  },
  methods: {
    chosenChanged({ detail }: WechatMiniprogram.CustomEvent<{ chosen: Group[] }>) {
      this.choose(detail.chosen, this.data.ill);
    },
    /** A second tap takes the answer back. */
    illChanged({ detail }: WechatMiniprogram.CustomEvent<{ chosen: string[] }>) {
      const [count] = detail.chosen;
      this.choose(this.data.chosen, count === undefined || this.data.ill.includes(count) ? [] : [count]);
    },
    choose(chosen: Group[], ill: string[]) {
      const codes = this.data.post?.items.map(({ code }) => code) ?? [];
      this.setData({ chosen, ill, lines: groupWarnings(codes, chosen, campaignAtHand()) });
      const forWhom: ForWhom = { groups: chosen, ill: ill[0] === undefined ? null : Number(ill[0]) };
      this.triggerEvent('change', forWhom);
    },
  },
});
