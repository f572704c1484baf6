import type { Patient } from '../../../facts/medicines/dose-for';

/** What a person typed into the three fields; empty while nothing is. */
export interface PatientFields {
  years: string;
  months: string;
  kilograms: string;
}

export const emptyPatient: PatientFields = { years: '', months: '', kilograms: '' };

/** The patient that the fields describe; undefined until an age is typed. Figures of any width count. */
export function patientOf({ years, months, kilograms }: PatientFields): Patient | undefined {
  const [year, month, weight] = [years, months, kilograms].map(numberIn);
  if (year === undefined && month === undefined) return undefined;
  const ageMonths = Math.floor((year ?? 0) * 12 + (month ?? 0));
  if (ageMonths > 130 * 12) return undefined;
  return { ageMonths, weightKilograms: weight === undefined || weight === 0 ? undefined : weight };
}

function numberIn(typed: string | undefined): number | undefined {
  const text = (typed ?? '').normalize('NFKC').trim();
  return /^\d{1,3}(\.\d+)?$/.test(text) ? Number(text) : undefined;
}
