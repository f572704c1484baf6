import type { MedicineView } from '../../presenters/medicine-view';
import { medicineView } from '../../presenters/medicine-view';
import type { PatientFields } from '../../presenters/patient-input';
import { emptyPatient, patientOf } from '../../presenters/patient-input';
import { bundledCampaign as campaign } from '../../../../data/bundled-campaign';
import { guideData as guide } from '../../data/guide-data';
import { fontScale } from '../../../../services/font-scale';
import { translated } from '../../../../facts/words/say';
import { speakOn } from '../../../../services/language';

type Typed = WechatMiniprogram.CustomEvent<{ value: string }, object, { field: keyof PatientFields }>;

/**
 * One medicine: its substances, its dose by the label for an age and a weight, the groups that must avoid it, and its
 * clashes.
 */
Page({
  data: {
    scale: fontScale(),
    code: '',
    view: null as MedicineView | null,
    fields: emptyPatient,
    reviewed: guide.review.state === 'signed',
    disclaimer: translated(campaign.disclaimer),
  },
  onLoad(query: { code?: string }) {
    speakOn(this);
    this.setData({ code: query.code ?? '', scale: fontScale() });
    this.show(emptyPatient);
  },
  fieldTyped({ detail, currentTarget }: Typed) {
    this.show({ ...this.data.fields, [currentTarget.dataset.field]: detail.value });
  },
  show(fields: PatientFields) {
    this.setData({ fields, view: medicineView(this.data.code, campaign, guide, patientOf(fields)) ?? null });
  },
  guideTapped() {
    void wx.redirectTo({ url: '/packages/guide/pages/guide/guide' });
  },
});
