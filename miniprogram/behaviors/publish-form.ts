import type { Campaign } from '../../cloudfunctions/shared/contract/campaign';
import type { Draft, DraftBoard, PlacedDraft } from '../model/draft';
import { draftGaps } from '../presenters/publish/draft-gaps';
import { changeItem, toggleItem, withoutItem } from '../presenters/item/draft-items';
import type { ItemChange } from '../presenters/item/draft-items';
import { expiryMonths } from '../presenters/item/expiry-months';
import { errorsOfFailure, firstFaulty } from '../presenters/publish/field-errors';
import type { FieldErrors } from '../presenters/publish/field-errors';
import { choices, formOrder } from '../presenters/publish/form-fields';
import { formWords } from '../presenters/publish/form-words';
import type { ItemRow } from '../presenters/item/item-rows';
import { fitsPost } from '../presenters/place/place-steps';
import { errorsAfter, formView } from '../presenters/publish-form';
import { openBoard } from '../services/boards-view';
import { toCallError } from '../services/call-error';
import type { CallError } from '../services/call-error';
import { loadCampaign } from '../services/campaign';
import { loadDraft, saveDraft } from '../services/draft-store';
import { fontScale } from '../services/font-scale';
import { pickPlace } from '../services/pick-place';
import { choosePlace, chosenPlace } from '../services/place-store';
import { publishPost } from '../services/publish-post';
import { loadSelf } from '../services/self';
import { goVerify } from '../services/verification-way';

type Chosen = WechatMiniprogram.CustomEvent<{ chosen: string[] }>;
type OfItem<Detail extends object = object> = WechatMiniprogram.CustomEvent<Detail & { code: string }>;

/** What a publish page is made of, on either board; the page's own WXML decides what is asked. */
export const publishForm = (board: DraftBoard) =>
  Behavior({
    data: {
      scale: fontScale(),
      words: formWords[board],
      choices,
      ...expiryMonths(Date.now()),
      state: 'loading' as 'loading' | 'ready' | 'error',
      message: '',
      /** The user may not publish: said before anything is filled in. */
      barred: false,
      campaign: null as Campaign | null,
      draft: null as Draft | null,
      rows: [] as ItemRow[],
      picked: [] as string[],
      errors: {} as FieldErrors,
      infant: false,
      pickerOpen: false,
      busy: false,
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
          const [campaign, self] = await Promise.all([loadCampaign(), loadSelf()]);
          const place = chosenPlace();
          const draft = await loadDraft(board, place !== null && fitsPost(place.place.adcode) ? place : null);
          this.setData({
            state: 'ready',
            campaign,
            barred: !self.can.publish,
            ...formView(draft, campaign, {}),
          });
        } catch (thrown) {
          this.setData({ state: 'error', message: toCallError(thrown).message });
        }
      },
      /** Takes a change into the form, keeps it on the phone, and drops the errors that it may have mended. */
      change(change: Partial<Draft>) {
        const { draft, campaign, errors } = this.data;
        if (draft === null || campaign === null) return;
        const changed = { ...draft, ...change };
        saveDraft(board, changed);
        this.setData({ ...formView(changed, campaign, errorsAfter(errors, Object.keys(change))) });
      },
      pickerOpened() {
        this.setData({ pickerOpen: true });
      },
      pickerClosed() {
        this.setData({ pickerOpen: false });
      },
      itemPicked({ detail: { code } }: OfItem) {
        const listed = this.data.campaign?.catalogue.find((item) => item.code === code);
        const most = this.data.campaign?.limits.itemsPerPost ?? 0;
        const { draft, picked } = this.data;
        if (listed === undefined || draft === null) return;
        if (picked.length >= most && !picked.includes(code)) {
          void wx.showToast({ title: `最多选 ${most} 种`, icon: 'none' });
          return;
        }
        this.change({ items: toggleItem(draft.items, listed) });
      },
      itemRemoved({ detail: { code } }: OfItem) {
        if (this.data.draft !== null) this.change({ items: withoutItem(this.data.draft.items, code) });
      },
      itemChanged({ detail: { code, change } }: OfItem<{ change: ItemChange }>) {
        const { draft, campaign } = this.data;
        if (draft === null || campaign === null) return;
        this.change({ items: changeItem(draft.items, campaign.catalogue, code, change) });
      },
      placeTapped() {
        pickPlace(board, (place) => {
          if (chosenPlace() === null) choosePlace(place);
          this.change({ place });
        });
      },
      beneficiaryChanged({ detail }: Chosen) {
        this.change({ beneficiary: detail.chosen[0] === 'elsewhere' ? 'elsewhere' : 'self' });
      },
      /** A field of which several may hold: `data-field` names it. */
      severalChosen({ detail, currentTarget }: Chosen) {
        const { field } = currentTarget.dataset as { field: keyof Draft };
        this.change({ [field]: detail.chosen });
      },
      noteChanged({ detail }: WechatMiniprogram.CustomEvent<{ note: string }>) {
        this.change({ note: detail.note });
      },
      portionsChanged({ detail }: WechatMiniprogram.CustomEvent<{ value: number }>) {
        this.change({ portions: Number(detail.value) });
      },
      sourceChanged({ detail }: Chosen) {
        this.change({ source: detail.chosen[0] ?? null });
      },
      verifyTapped() {
        goVerify(() => void this.load());
      },
      otherBoardTapped() {
        openBoard(board === 'need' ? 'spare' : 'need');
      },
      async publishTapped() {
        const { draft, campaign, busy } = this.data;
        if (draft === null || campaign === null || busy) return;
        const gaps = draftGaps(board, draft, campaign.catalogue);
        if (draft.place === null || Object.keys(gaps).length > 0) this.showErrors(gaps);
        else await this.publish({ ...draft, place: draft.place });
      },
      async publish(draft: PlacedDraft) {
        this.setData({ busy: true });
        try {
          const { id } = await publishPost(board, draft);
          await wx.redirectTo({ url: `/pages/post/post?id=${id}&fresh=1` });
        } catch (thrown) {
          await this.publishFailed(toCallError(thrown), draft);
        } finally {
          this.setData({ busy: false });
        }
      },
      async publishFailed(failure: CallError, draft: PlacedDraft) {
        if (!failure.retry) {
          this.showErrors(errorsOfFailure(failure));
          return;
        }
        const { confirm } = await wx.showModal({
          title: '没有发出去',
          content: `${failure.message}填写的内容都还在。`,
          confirmText: '重试',
          cancelText: '稍后再发',
        });
        if (confirm) await this.publish(draft);
      },
      showErrors(errors: FieldErrors) {
        const { draft, campaign } = this.data;
        if (draft === null || campaign === null) return;
        this.setData({ ...formView(draft, campaign, errors) });
        const first = firstFaulty(errors, formOrder);
        if (first !== null) void wx.pageScrollTo({ selector: `#field-${first}`, offsetTop: -24 });
      },
    },
  });
