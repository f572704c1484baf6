import { approvalNumberOf } from '../../presenters/approval-number';
import type { ItemChange } from '../../../../presenters/item/draft-items';
import { expiryAt, expiryIndexes } from '../../presenters/expiry-months';
import type { ExpiryWheels } from '../../presenters/expiry-months';
import type { ItemRow } from '../../presenters/item-rows';
import { packagings } from '../../../../presenters/item/item-text';
import { listOf, objectOf } from '../../../../components/properties';
import { say } from '../../../../facts/words/say';
import { inLanguage } from '../../../../components/in-language';

type RowEvent<Detail extends object = object> = WechatMiniprogram.CustomEvent<
  Detail,
  object,
  { code: string }
>;

/**
 * The chosen items with their quantities and, on a spare, expiry and packaging.
 * Answers `add`, `pick` and `remove` with a code, and `change` with a code and an ItemChange.
 */
Component({
  behaviors: [inLanguage],
  properties: {
    rows: listOf<ItemRow>(),
    spare: { type: Boolean, value: false },
    addText: { type: String, value: '' },
    /** What most people look for: one tap chooses it, while nothing else is chosen. */
    wanted: listOf<{ code: string; name: string }>(),
    /** The wheels of the expiry picker; only on a spare. */
    wheels: objectOf<ExpiryWheels>(),
  },
  data: {
    packagings,
    /** The positions of each row's wheels. */
    indexes: [] as number[][],
  },
  observers: {
    'rows, wheels'(rows: ItemRow[], wheels: ExpiryWheels | null) {
      if (wheels === null) return;
      this.setData({ indexes: rows.map(({ expiresOn }) => expiryIndexes(expiresOn, wheels.firstYear)) });
    },
  },
  methods: {
    addTapped() {
      this.triggerEvent('add');
    },
    wantedTapped(event: RowEvent) {
      this.triggerEvent('pick', { code: event.currentTarget.dataset.code });
    },
    removeTapped(event: RowEvent) {
      this.triggerEvent('remove', { code: event.currentTarget.dataset.code });
    },
    quantityChanged(event: RowEvent<{ value: number }>) {
      this.change(event, { quantity: Number(event.detail.value) });
    },
    unitChanged(event: RowEvent<{ chosen: string[] }>) {
      this.change(event, { unit: event.detail.chosen[0] });
    },
    expiryChanged(event: RowEvent<{ value: number[] }>) {
      const expiresOn = expiryAt(event.detail.value, this.data.wheels?.firstYear ?? 0);
      if (expiresOn === undefined) void wx.showToast({ title: say('年份和月份都要选'), icon: 'none' });
      else this.change(event, { expiresOn });
    },
    packagingChanged(event: RowEvent<{ chosen: string[] }>) {
      const chosen = packagings.find(({ code }) => code === event.detail.chosen[0]);
      this.change(event, { packaging: chosen?.code });
    },
    approvalTyped(event: RowEvent<{ value: string }>) {
      this.change(event, { approvalNumber: approvalNumberOf(event.detail.value) });
    },
    change(event: RowEvent, change: ItemChange) {
      this.triggerEvent('change', { code: event.currentTarget.dataset.code, change });
    },
  },
});
