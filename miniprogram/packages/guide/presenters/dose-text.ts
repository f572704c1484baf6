import type { Dose, Guide } from '../../../../cloudfunctions/shared/contract/guide';
import { doseFor } from '../../../facts/medicines/dose-for';
import type { DoseAnswer, Patient } from '../../../facts/medicines/dose-for';
import { counted, listed, say, translated } from '../../../facts/words/say';

/** One form and strength of a medicine as its card draws it. */
export interface DoseCard {
  code: string;
  name: string;
  /** Without a leaflet, the card says so and gives no numbers. */
  isUnverified: boolean;
  /** The dose for this patient, in large type; empty while no age is typed. */
  answer: string;
  /** Whether the answer is to see a doctor. */
  isRefusal: boolean;
  /** The leaflet's rows; none without a leaflet. */
  rows: string[];
  /** How often, how much in a day, how many days. */
  bounds: string;
  note: string;
}

export function doseCards(
  code: string,
  { doses, ceilings }: Guide,
  patient: Patient | undefined,
): DoseCard[] {
  return doses
    .filter(({ item }) => item === code)
    .map((dose) => {
      const answer = patient === undefined ? undefined : doseFor(dose, patient, ceilings);
      return {
        code: dose.code,
        name: translated(dose.name),
        isUnverified: !dose.verified,
        answer: answer === undefined ? '' : answerText(answer, dose),
        isRefusal: answer !== undefined && answer.kind !== 'dose' && answer.kind !== 'weigh',
        rows: dose.rows.map(({ says }) => translated(says)),
        bounds: dose.verified ? boundsText(dose) : '',
        note: translated(dose.note ?? ''),
      };
    });
}

function answerText(answer: DoseAnswer, dose: Dose): string {
  switch (answer.kind) {
    case 'dose': {
      const amount = rangeText(answer.low, answer.high);
      return dose.per === 'day'
        ? say`一天一共 ${amount}${counted(dose.unit, 2)}，分${dose.mostTimesADay}次吃`
        : say`一次 ${amount}${counted(dose.unit, answer.high)}，24小时最多 ${numberText(answer.mostADay)}${counted(dose.unit, answer.mostADay)}`;
    }
    case 'weigh':
      return say('这个药按体重算，请填体重。');
    case 'unverified':
      return say('待核实：请看盒子里的说明书，或问药师。');
    case 'doctor':
      return translated(doctorTexts[answer.why]);
  }
}

const doctorTexts: Record<Extract<DoseAnswer, { kind: 'doctor' }>['why'], string> = {
  'too-young': '说明书没有写这个年龄可以吃：请问医生，不要自己减量。',
  'too-old': '这个剂型是给更小的孩子的：请问医生或药师。',
  'weight-outside': '说明书没有写这个体重怎么吃：请问医生，不要自己算。',
  'too-light': '体重太轻，照说明书的量会超：请问医生。',
};

function boundsText({ everyHours, mostTimesADay, mostDays, per }: Dose): string {
  const every =
    everyHours === undefined ? '' : say`隔${rangeText(everyHours.from, everyHours.to)}小时才能再吃`;
  const times = per === 'day' ? '' : say`24小时不超过${mostTimesADay}次`;
  const days = mostDays === undefined ? '' : say`退烧最多连吃${mostDays}天`;
  return listed(
    [every, times, days].filter((text) => text !== ''),
    '；',
  );
}

const rangeText = (low: number, high: number): string =>
  low === high ? numberText(low) : `${numberText(low)}～${numberText(high)}`;

/** 半 for a half: "0.5片" is misread as five. */
const numberText = (value: number): string => {
  const whole = Math.floor(value);
  if (value === whole) return String(whole);
  return whole === 0 ? say('半') : String(value);
};
