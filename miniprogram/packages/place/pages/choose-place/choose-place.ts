import type { PlacePurpose, ChosenPlace } from '../../../../model/chosen-place';
import { fitsPost, regionPlace } from '../../../../presenters/place/region-place';
import { placeResults, placeStep, stepBefore } from '../../presenters/place-steps';
import { fontScale } from '../../../../services/font-scale';
import { pickOnMap } from '../../../../services/map-point';
import {
  forgetName,
  namedPlaces,
  nameOfOwn,
  recentPlaces,
  rememberPlace,
  steadyPlace,
} from '../../../../services/place-store';
import { askName } from '../../services/ask-name';
import { presentPlace } from '../../services/present-place';
import { say, translated } from '../../../../facts/words/say';
import { speakOn } from '../../../../services/language';
import { worded } from '../../../../facts/words/worded';

/** The page's title and first words, by the purpose of the place. */
const wordsOf: Record<PlacePurpose, { title: string; lead: string }> = {
  view: { title: '看哪里', lead: '可以选爸妈家、学校、宿舍，不一定是您现在的位置。' },
  need: { title: worded('{whereUsed}'), lead: '可以选爸妈家、学校、宿舍，不一定是您现在的位置。' },
  spare: { title: worded('{whereTaken}'), lead: worded('{wherePick}') },
};

/** A kept place in a list. */
interface Row {
  key: string;
  place: ChosenPlace;
}
type RowTap = WechatMiniprogram.TouchEvent<object, object, { index: number }>;
type RegionTap = WechatMiniprogram.TouchEvent<object, object, { code: string }>;

Page({
  data: {
    scale: fontScale(),
    purpose: 'view' as PlacePurpose,
    lead: '',
    named: [] as Row[],
    recent: [] as Row[],
    typed: '',
    results: [] as { code: string; label: string }[],
    step: placeStep('', false),
    mapError: '',
  },
  onLoad(query: { purpose?: string }) {
    speakOn(this);
    const purpose = query.purpose === 'need' || query.purpose === 'spare' ? query.purpose : 'view';
    const { title, lead } = wordsOf[purpose];
    this.setData({ purpose, lead: translated(lead), scale: fontScale() });
    this.showKept();
    void wx.setNavigationBarTitle({ title: translated(title) });
  },
  showKept() {
    const { purpose } = this.data;
    const rows = (places: ChosenPlace[]): Row[] =>
      places
        .filter((place) => purpose === 'view' || fitsPost(place.place.adcode))
        .map((place) => ({ key: place.place.point.join(), place }));
    this.setData({ named: rows(namedPlaces()), recent: rows(recentPlaces()) });
  },
  async hereTapped() {
    this.setData({ mapError: '' });
    const place = await presentPlace().catch(() => null);
    if (place !== null) this.answer(place);
    else this.setData({ mapError: say('没有拿到您的位置。可以在地图上选，或按地区选择。') });
  },
  async nameTapped(event: RowTap) {
    const row = this.data.recent[event.currentTarget.dataset.index];
    const name = row && (await askName());
    if (!row || !name) return;
    nameOfOwn(row.place, name);
    this.showKept();
  },
  unnameTapped(event: RowTap) {
    const row = this.data.named[event.currentTarget.dataset.index];
    if (row !== undefined) forgetName(row.place);
    this.showKept();
  },
  namedTapped(event: RowTap) {
    const row = this.data.named[event.currentTarget.dataset.index];
    if (row !== undefined) this.answer(row.place);
  },
  async mapTapped() {
    this.setData({ mapError: '' });
    try {
      const place = await pickOnMap();
      if (place !== null) this.answer(steadyPlace(place));
    } catch {
      this.setData({ mapError: say('打不开地图。可以在下面按地区选择。') });
    }
  },
  recentTapped(event: RowTap) {
    const recent = this.data.recent[event.currentTarget.dataset.index];
    if (recent !== undefined) this.answer(recent.place);
  },
  typedChanged(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    const typed = event.detail.value;
    this.setData({ typed, results: placeResults(typed, this.data.purpose === 'view') });
  },
  resultTapped(event: RegionTap) {
    const { code } = event.currentTarget.dataset;
    if (this.data.purpose === 'view' || fitsPost(code)) this.answerRegion(code);
    else this.setData({ typed: '', results: [], step: placeStep(code, false) });
  },
  choiceTapped(event: RegionTap) {
    const { code } = event.currentTarget.dataset;
    if (placeStep(code, true).choices.length === 0) this.answerRegion(code);
    else this.setData({ step: placeStep(code, this.data.purpose === 'view') });
  },
  wholeTapped() {
    this.answerRegion(this.data.step.adcode);
  },
  backTapped() {
    this.setData({ step: placeStep(stepBefore(this.data.step.adcode), this.data.purpose === 'view') });
  },
  answerRegion(adcode: string) {
    const place = regionPlace(adcode);
    if (place !== undefined) this.answer(place);
  },
  answer(place: ChosenPlace) {
    rememberPlace(place);
    this.getOpenerEventChannel().emit?.('chosen', place);
    void wx.navigateBack();
  },
});
