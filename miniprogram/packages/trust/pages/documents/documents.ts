import type { DocumentKind } from '../../../../../cloudfunctions/shared/contract/identity-document';
import { birthDayOf, normalizeIdNumber } from '../../../../facts/resident-id';
import { say } from '../../../../facts/words/say';
import { documentKinds } from '../../../../presenters/person/document-kinds';
import { toCallError } from '../../../../services/call-error';
import { call } from '../../../../services/cloud';
import { fontScale } from '../../../../services/font-scale';
import { uploadPictures } from '../../../../services/upload-pictures';
import { birthAt, birthIndexes, birthWheels } from '../../presenters/birth-wheels';
import {
  documentFields,
  documentGaps,
  documentRefusal,
  mostPictures,
  picturesHint,
  tidyNumber,
} from '../../presenters/document-form';
import type { DocumentErrors } from '../../presenters/document-form';
import { speakOn } from '../../../../services/language';

type Typed = WechatMiniprogram.CustomEvent<{ value: string }>;

/** Hands in a document for an operator to look at. What is typed here is sent once and stored nowhere on the phone. */
Page({
  data: {
    scale: fontScale(),
    kinds: documentKinds,
    mostPictures,
    wheels: birthWheels(Date.now()),
    bornIndexes: [0, 0, 0],
    kind: 'passport' as DocumentKind,
    picturesHint: '',
    name: '',
    number: '',
    bornOn: '',
    pictures: [] as string[],
    consent: false,
    errors: {} as DocumentErrors,
    /** The code of the last refusal, which 帮助与反馈 begins with. */
    helpFor: '' as string,
    busy: false,
    sent: false,
  },
  onLoad({ kind }: { kind?: string }) {
    speakOn(this);
    this.showKind(documentKinds.find(({ code }) => code === kind)?.code ?? this.data.kind);
    this.getOpenerEventChannel().on?.('typed', ({ name, number }: { name: string; number: string }) => {
      this.setData({ name });
      this.takeNumber(number);
    });
  },
  kindChanged({ detail }: WechatMiniprogram.CustomEvent<{ chosen: DocumentKind[] }>) {
    this.showKind(detail.chosen[0] ?? this.data.kind);
  },
  showKind(kind: DocumentKind) {
    this.setData({ kind, picturesHint: picturesHint(kind), 'errors.number': '' });
  },
  nameTyped({ detail }: Typed) {
    this.setData({ name: detail.value, 'errors.name': '' });
  },
  numberTyped({ detail }: Typed) {
    this.takeNumber(detail.value);
  },
  /** The number of a resident holds the date of birth. */
  takeNumber(number: string) {
    this.setData({ number, 'errors.number': '' });
    const bornOn = this.data.kind === 'resident' ? birthDayOf(normalizeIdNumber(number)) : undefined;
    if (bornOn === undefined) return;
    const bornIndexes = birthIndexes(bornOn, this.data.wheels.thisYear);
    this.setData({ bornOn, bornIndexes, 'errors.bornOn': '' });
  },
  bornOnPicked({ detail }: WechatMiniprogram.CustomEvent<{ value: number[] }>) {
    const { thisYear } = this.data.wheels;
    const bornOn = birthAt(detail.value, thisYear);
    if (bornOn === undefined) this.setData({ 'errors.bornOn': say('年、月、日都要选，而且要有这一天。') });
    else this.setData({ bornOn, bornIndexes: birthIndexes(bornOn, thisYear), 'errors.bornOn': '' });
  },
  consentTapped() {
    this.setData({ consent: !this.data.consent, 'errors.consent': '' });
  },
  async pictureTapped() {
    const count = mostPictures - this.data.pictures.length;
    const chosen = await wx
      .chooseMedia({ count, mediaType: ['image'], sizeType: ['compressed'] })
      .catch(() => null);
    // Null when the user closed the picker without a choice.
    if (chosen === null) return;
    const paths = chosen.tempFiles.map(({ tempFilePath }) => tempFilePath);
    this.setData({
      pictures: [...this.data.pictures, ...paths].slice(0, mostPictures),
      'errors.pictures': '',
    });
  },
  pictureRemoved(event: WechatMiniprogram.TouchEvent<object, object, { path: string }>) {
    const { path } = event.currentTarget.dataset;
    this.setData({ pictures: this.data.pictures.filter((each) => each !== path) });
  },
  async sendTapped() {
    const { kind, name, number, bornOn, pictures, consent, busy } = this.data;
    if (busy) return;
    const gaps = documentGaps({ kind, name, number, bornOn, pictures, consent });
    if (Object.keys(gaps).length > 0) {
      this.showErrors(gaps);
      return;
    }
    this.setData({ busy: true, errors: {} });
    try {
      const photoFileIds = await uploadPictures(pictures);
      await call('identity', 'submitDocument', {
        kind,
        name: name.trim(),
        number: tidyNumber(number),
        bornOn,
        photoFileIds,
        consent: true,
      });
      this.setData({ sent: true, name: '', number: '', pictures: [] });
    } catch (thrown) {
      const failure = toCallError(thrown);
      this.setData({ helpFor: failure.code });
      this.showErrors(documentRefusal(failure));
    } finally {
      this.setData({ busy: false });
    }
  },
  showErrors(errors: DocumentErrors) {
    this.setData({ errors });
    const first = documentFields.find((field) => errors[field]);
    if (first !== undefined) void wx.pageScrollTo({ selector: `#field-${first}`, offsetTop: -24 });
  },
  homeTapped() {
    void wx.switchTab({ url: '/pages/home/home' });
  },
});
