import type { PlaceKind } from '../../../../../cloudfunctions/shared/contract/share-calls';
import type { ChosenPlace } from '../../../../model/chosen-place';
import { toCallError } from '../../../../services/call-error';
import { call } from '../../../../services/cloud';
import { fontScale } from '../../../../services/font-scale';
import { pickOnMap } from '../../../../services/map-point';
import { goVerify, lacksVerification } from '../../../../services/verification-way';
import { say } from '../../../../facts/words/say';
import { speakOn } from '../../../../services/language';
import { worded } from '../../../../facts/words/worded';

const kinds: { code: PlaceKind; name: string }[] = [
  { code: 'compound', name: '小区' },
  { code: 'school', name: '学校' },
  { code: 'hospital', name: '医院' },
  { code: 'pharmacy', name: worded('{shopKind}') },
  { code: 'other', name: '其他' },
];

/** Names a public place, so that a poster with its code can be made. */
Page({
  data: {
    scale: fontScale(),
    kinds,
    kind: 'compound' as PlaceKind,
    place: null as ChosenPlace | null,
    name: '',
    placeError: '',
    nameError: '',
    busy: false,
  },
  onLoad() {
    speakOn(this);
  },
  onShow() {
    this.setData({ scale: fontScale() });
  },
  async placeTapped() {
    try {
      const place = await pickOnMap();
      if (place !== null) this.setData({ place, name: place.name, placeError: '', nameError: '' });
    } catch {
      this.setData({ placeError: say('打不开地图，请稍后再试。') });
    }
  },
  nameTyped({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ name: detail.value, nameError: '' });
  },
  kindChanged({ detail }: WechatMiniprogram.CustomEvent<{ chosen: PlaceKind[] }>) {
    const [kind] = detail.chosen;
    if (kind !== undefined) this.setData({ kind });
  },
  async makeTapped() {
    const { place, kind, name } = this.data;
    if (place === null) {
      this.setData({ placeError: say('先在地图上选一下在哪里。') });
      return;
    }
    this.setData({ busy: true });
    try {
      const { id } = await call('share', 'namePlace', { kind, name: name.trim(), place: place.place });
      await wx.redirectTo({ url: `/packages/share/pages/poster/poster?kind=place&id=${id}` });
    } catch (thrown) {
      const { code, message } = toCallError(thrown);
      if (lacksVerification(code)) goVerify(() => void this.makeTapped());
      else this.setData({ nameError: message });
    } finally {
      this.setData({ busy: false });
    }
  },
});
