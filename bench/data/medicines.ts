import { weightedDraw } from '../../local/seed/weighted';

/** Catalogue codes that the posts name, one each, and how often. The last is on one post in a thousand. */
const SHARES = [
  ['ibuprofen', 280],
  ['paracetamol', 170],
  ['antigen-test', 150],
  ['lianhua-qingwen', 120],
  ['ibuprofen-suspension', 90],
  ['mask-n95', 60],
  ['ambroxol', 49],
  ['acetylcysteine', 40],
  ['thermometer', 20],
  ['electrolyte-water', 20],
  ['cinnarizine', 1],
] as const;

export type Medicine = (typeof SHARES)[number][0];

export const MEDICINES: readonly Medicine[] = SHARES.map(([code]) => code);

export const COMMON_MEDICINE: Medicine = 'ibuprofen';
export const THREE_MEDICINES: readonly Medicine[] = ['ibuprofen', 'paracetamol', 'antigen-test'];
export const RARE_MEDICINE: Medicine = 'cinnarizine';

const draw = weightedDraw(SHARES, ([, share]) => share);

export const drawMedicine = (random: Parameters<typeof draw>[0]): Medicine => draw(random)[0];
