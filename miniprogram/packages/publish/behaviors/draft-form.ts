import type { Campaign } from '../../../../cloudfunctions/shared/contract/campaign';
import type { Draft, DraftBoard } from '../../../model/draft';
import { expiryWheels } from '../presenters/expiry-months';
import type { ItemRow } from '../presenters/item-rows';
import type { WarningLine } from '../../../presenters/item/item-warnings';
import { fitsPost } from '../../../presenters/place/region-place';
import { firstFaulty } from '../presenters/field-errors';
import type { FieldErrors } from '../presenters/field-errors';
import { choices, formOrder } from '../../../presenters/publish/form-fields';
import { formWords } from '../presenters/form-words';
import { errorsAfter, formView } from '../presenters/publish-form';
import { toCallError } from '../../../services/call-error';
import { loadCampaign } from '../../../services/campaign';
import { loadDraft, saveDraft } from '../../../services/draft-store';
import { fontScale } from '../../../services/font-scale';
import { chosenPlace } from '../../../services/place-store';
import { loadSelfOrLast } from '../../../services/self';

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
      /** The user may not publish. The page says so before anything is filled in. */
      barred: false,
      campaign: null as Campaign | null,
      draft: null as Draft | null,
      rows: [] as ItemRow[],
      picked: [] as string[],
      errors: {} as FieldErrors,
      warnings: [] as WarningLine[],
      clashes: [] as WarningLine[],
      infant: false,
      danger: false,
      errorCount: 0,
      itemsFaulty: false,
    },
    lifetimes: {
      attached() {
        void this.load();
      },
    },
    methods: {
      async load() {
        this.setData({ state: 'loading', scale: fontScale() });
        try {
          const [campaign, self] = await Promise.all([loadCampaign(), loadSelfOrLast()]);
          const place = chosenPlace();
          const draft = await loadDraft(board, place !== null && fitsPost(place.place.adcode) ? place : null);
          this.setData({
            state: 'ready',
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
        saveDraft(board, changed);
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
