/** How one form and strength of a medicine is taken, as its leaflet says it. */
export interface LabelDose {
  substance: string;
  milligramsPerUnit?: number;
  unit: string;
  ages: { fromMonths: number; belowMonths?: number };
  /** Whether a row is one dose or the amount of a day. */
  per: 'dose' | 'day';
  rows: readonly LabelRow[];
  everyHours?: { from: number; to: number };
  mostTimesADay: number;
  mostDays?: number;
  verified: boolean;
}

/** From `from` on, below `below`: months of age, or kilograms. */
export interface LabelRow {
  by: 'age' | 'weight';
  from: number;
  below: number | null;
  low: number;
  high: number;
  says: string;
}

/** The most that any label allows of a substance. */
export interface LabelCeiling {
  substance: string;
  milligramsPerKilogram: number;
  milligramsADay: number;
}

export interface Patient {
  /** The age in whole months. */
  ageMonths: number;
  weightKilograms?: number;
}

/** The dose that a patient takes, or the reason why no number is given. */
export type DoseAnswer =
  | {
      kind: 'dose';
      /** In the label's unit; of a dose, or of a day when the label is by day. */
      low: number;
      high: number;
      mostADay: number;
      row: LabelRow;
    }
  /** The label's doses go by weight, and the weight is unknown. */
  | { kind: 'weigh' }
  /** The label has no row for this age or weight, or its row is too much for this weight. Nothing is extrapolated. */
  | { kind: 'doctor'; why: 'too-young' | 'too-old' | 'weight-outside' | 'too-light' }
  /** We have seen no leaflet for this form and strength. */
  | { kind: 'unverified' };

/** The dose of the label's own row for this age or weight, and of no other. */
export function doseFor(dose: LabelDose, patient: Patient, ceilings: readonly LabelCeiling[]): DoseAnswer {
  const { fromMonths, belowMonths } = dose.ages;
  if (patient.ageMonths < fromMonths) return { kind: 'doctor', why: 'too-young' };
  if (belowMonths !== undefined && patient.ageMonths >= belowMonths)
    return { kind: 'doctor', why: 'too-old' };
  if (!dose.verified || dose.rows.length === 0) return { kind: 'unverified' };
  const isByWeight = dose.rows.some(({ by }) => by === 'weight');
  // Labels count whole kilograms: 15.9 kg is not yet 16.
  const weight = patient.weightKilograms === undefined ? undefined : Math.floor(patient.weightKilograms);
  if (isByWeight && weight === undefined) return { kind: 'weigh' };
  const row = dose.rows.find(({ by, from, below }) => {
    const value = by === 'weight' ? weight : patient.ageMonths;
    return value !== undefined && value >= from && (below === null || value < below);
  });
  if (row === undefined) return { kind: 'doctor', why: isByWeight ? 'weight-outside' : 'too-young' };
  return bounded(dose, row, patient, ceilings);
}

/** The row, limited to the most that any label allows of the substance: for a weight in one dose, and in a day. */
function bounded(
  dose: LabelDose,
  row: LabelRow,
  { weightKilograms }: Patient,
  ceilings: readonly LabelCeiling[],
): DoseAnswer {
  const ceiling = ceilings.find(({ substance }) => substance === dose.substance);
  const milligrams = dose.milligramsPerUnit;
  const isUnder = (units: number): boolean =>
    ceiling === undefined ||
    milligrams === undefined ||
    weightKilograms === undefined ||
    dose.per === 'day' ||
    units * milligrams <= ceiling.milligramsPerKilogram * weightKilograms;
  if (!isUnder(row.low)) return { kind: 'doctor', why: 'too-light' };
  const high = isUnder(row.high) ? row.high : row.low;
  const labelDay = dose.per === 'day' ? high : high * dose.mostTimesADay;
  const mostADay =
    ceiling === undefined || milligrams === undefined
      ? labelDay
      : Math.min(labelDay, Math.floor((2 * ceiling.milligramsADay) / milligrams) / 2);
  return { kind: 'dose', low: row.low, high, mostADay, row };
}
