import type { Draft, DraftBoard } from '../../../model/draft';
import { changeItem, toggleItem, withinMost, withoutItem } from '../../../presenters/item/draft-items';
import type { ItemChange } from '../../../presenters/item/draft-items';
import { callHoursOf } from '../../../presenters/publish/form-fields';
import { dividedPortions } from '../presenters/divided-portions';
import { choosePlace, chosenPlace } from '../../../services/place-store';
import { pickPlace } from '../../../services/pick-place';
import { errorsAfter } from '../presenters/publish-form';
import { draftForm } from './draft-form';
import { say } from '../../../facts/words/say';

type Chosen = WechatMiniprogram.CustomEvent<{ chosen: string[] }>;
type OfItem<Detail extends object = object> = WechatMiniprogram.CustomEvent<Detail & { code: string }>;

/** The fields of the form: each takes what its component answers into the draft. */
export const draftFields = (board: DraftBoard) =>
  Behavior({
    behaviors: [draftForm(board)],
    data: {
      pickerOpen: false,
      /** The total number of tablets, as typed; the form divides them into portions. */
      total: '',
      totalText: '',
    },
    methods: {
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
          void wx.showToast({ title: say`最多选 ${most} 种`, icon: 'none' });
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
      callHoursChanged({ detail }: Chosen) {
        this.change({ callHours: callHoursOf(detail.chosen[0] ?? '') });
      },
      /** Fewer people need less: what is more than enough for them becomes enough. */
      illChanged({ detail }: WechatMiniprogram.CustomEvent<{ value: number }>) {
        const { draft, campaign } = this.data;
        if (draft === null || campaign === null) return;
        const ill = Number(detail.value);
        this.change({ ill, items: withinMost(draft.items, campaign.catalogue, ill) });
      },
      /** Answers a field that takes several choices; `data-field` names the field. */
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
      totalTyped({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
        const { draft, campaign } = this.data;
        const [item] = draft?.items ?? [];
        if (item === undefined || campaign === null) return;
        const divided = dividedPortions(detail.value, item, campaign.limits.portionsPerSpare);
        this.setData({ total: detail.value, totalText: divided?.text ?? '' });
        if (divided !== null) this.change({ portions: divided.portions });
      },
      /** The photos themselves are kept by their field. */
      photosChanged() {
        const errors = errorsAfter(this.data.errors, ['photoFileIds']);
        this.setData({ errors, errorCount: Object.keys(errors).length });
      },
      sourceChanged({ detail }: Chosen) {
        this.change({ source: detail.chosen[0] ?? null });
      },
    },
  });
