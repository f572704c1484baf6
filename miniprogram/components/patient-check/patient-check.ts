import type { OpenedPost } from '../../../cloudfunctions/shared/contract/post';
import { groupWarnings, itemClashes } from '../../presenters/item/item-warnings';
import type { WarningLine } from '../../presenters/item/item-warnings';
import { campaignAtHand } from '../../services/campaign';
import { ownGroups } from '../../services/own-groups';
import { objectOf } from '../properties';

/**
 * Before a medicine is asked for: for whom is it, and may they take it. Starts from what the user said in their own need;
 * nothing leaves the phone. Draws nothing where no group has to know anything.
 */
Component({
  properties: {
    post: objectOf<OpenedPost>(),
  },
  data: {
    groups: [] as { code: string; name: string }[],
    chosen: [] as string[],
    lines: [] as WarningLine[],
    clashes: [] as WarningLine[],
  },
  observers: {
    post(post: OpenedPost | null) {
      if (post === null) return;
      const campaign = campaignAtHand();
      const codes = post.items.map(({ code }) => code);
      const all = campaign.groups.map(({ code, name }) => ({ code, name }));
      const concerned =
        groupWarnings(
          codes,
          campaign.groups.map(({ code }) => code),
          campaign,
        ).length > 0;
      this.setData({ groups: concerned ? all : [], clashes: itemClashes(codes, campaign) });
      this.choose(ownGroups());
    },
  },
  methods: {
    chosenChanged({ detail }: WechatMiniprogram.CustomEvent<{ chosen: string[] }>) {
      this.choose(detail.chosen);
    },
    choose(chosen: string[]) {
      const codes = this.data.post?.items.map(({ code }) => code) ?? [];
      this.setData({ chosen, lines: groupWarnings(codes, chosen, campaignAtHand()) });
    },
  },
});
