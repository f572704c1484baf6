import type { Campaign } from '../../../../cloudfunctions/shared/contract/campaign';
import type { OpenedPost } from '../../../../cloudfunctions/shared/contract/post';
import type { Draft, DraftBoard } from '../../../model/draft';
import { expiryWheels } from '../presenters/expiry-months';
import type { ItemRow } from '../presenters/item-rows';
import { wantedChips } from '../../../presenters/item/wanted-chips';
import type { WarningLine } from '../../../presenters/item/item-warnings';
import { draftOfPost } from '../../../presenters/publish/draft-of-post';
import { firstFaulty } from '../presenters/field-errors';
import type { FieldErrors } from '../presenters/field-errors';
import { choices, formOrder } from '../../../presenters/publish/form-fields';
import { formWords, inLanguage } from '../presenters/form-words';
import { limitSentence, openOn } from '../presenters/own-open-posts';
import { errorsAfter, formView } from '../presenters/publish-form';
import { begunDraft } from '../services/begun-draft';
import { toCallError } from '../../../services/call-error';
import { loadCampaign } from '../../../services/campaign';
import { call } from '../../../services/cloud';
import { saveDraft } from '../../../services/draft-store';
import { fontScale } from '../../../services/font-scale';
import { readPost } from '../../../services/posts-at-hand';
import { loadSelfOrLast } from '../../../services/self';
import { say, translated } from '../../../facts/words/say';

/** Loads the draft of one board into its page, changes it, and shows what is wrong with it. */
export const draftForm = (board: DraftBoard) =>
  Behavior({
    data: {
      scale: fontScale(),
      words: formWords[board],
      choices,
      wheels: expiryWheels(Date.now()),
      state: 'loading' as 'loading' | 'ready' | 'error',
      message: '',
      /** The user may not publish yet: the form can be filled in, and verification follows it. */
      barred: false,
      /** The id of the own post that is changed; empty for a new one. */
      edit: '',
      edited: null as OpenedPost | null,
      /** Why the post that is changed is not public; empty where nothing is against it. */
      editedSentence: '',
      /** What was looked for before; null for a form that is only opened. */
      begins: null as string[] | null,
      /** Own posts on this board that have not ended. */
      open: [] as OpenedPost[],
      limitText: '',
      disclaimer: '',
      /** What most people look for, while no item is chosen. */
      wanted: [] as { code: string; name: string }[],
      campaign: null as Campaign | null,
      draft: null as Draft | null,
      rows: [] as ItemRow[],
      picked: [] as string[],
      callHours: [] as string[],
      errors: {} as FieldErrors,
      warnings: [] as WarningLine[],
      clashes: [] as WarningLine[],
      endangered: false,
      danger: false,
      errorCount: 0,
      itemsFaulty: false,
    },
    methods: {
      /** `edit`: the id of an own post to change; `items`: catalogue codes, with commas, that were looked for. */
      onLoad({ edit = '', items }: { edit?: string; items?: string }) {
        const begins = items === undefined ? null : decodeURIComponent(items).split(',');
        this.setData({ edit, begins });
        this.setData({ words: inLanguage(formWords[board]) });
        if (edit !== '') void wx.setNavigationBarTitle({ title: say('修改') });
        void this.load();
      },
      async load() {
        this.setData({ state: 'loading', scale: fontScale() });
        try {
          const [campaign, self] = await Promise.all([loadCampaign(), loadSelfOrLast()]);
          const edited = this.data.edit === '' ? null : await readPost(this.data.edit);
          const draft =
            edited === null
              ? await begunDraft(board, this.data.begins, campaign.catalogue)
              : draftOfPost(edited, '');
          const open = self.can.publish && edited === null ? await ownOpen(board) : [];
          this.setData({
            state: 'ready',
            begins: null,
            edited,
            editedSentence: translated(edited?.review?.sentence ?? ''),
            open,
            wanted: wantedChips(campaign),
            limitText: limitSentence(open, campaign.limits),
            disclaimer: translated(campaign.disclaimer),
            campaign,
            barred: !self.can.publish,
            ...formView(board, draft, campaign, {}),
          });
        } catch (thrown) {
          this.setData({ state: 'error', message: toCallError(thrown).message });
        }
      },
      /** Puts a change into the form, stores the form on the phone, and drops the errors that the change may have mended. */
      change(change: Partial<Draft>) {
        const { draft, campaign, errors } = this.data;
        if (draft === null || campaign === null) return;
        const changed = { ...draft, ...change };
        if (this.data.edited === null) saveDraft(board, changed);
        this.setData({ ...formView(board, changed, campaign, errorsAfter(errors, Object.keys(change))) });
      },
      showErrors(errors: FieldErrors) {
        const { draft, campaign } = this.data;
        if (draft === null || campaign === null) return;
        this.setData({ ...formView(board, draft, campaign, errors) });
        this.firstErrorShown();
      },
      /** Scrolls to the topmost answer that is missing or wrong. */
      firstErrorShown() {
        const { errors } = this.data;
        const first = firstFaulty(errors, formOrder);
        if (first !== null) void wx.pageScrollTo({ selector: `#field-${first}`, offsetTop: -24 });
      },
    },
  });

/** Own posts of the board. The form works without them: the function refuses what is too many. */
async function ownOpen(board: DraftBoard): Promise<OpenedPost[]> {
  const { posts } = await call('posts', 'mine', {}).catch(() => ({ posts: [] }));
  return openOn(board, posts);
}
