import { createHash } from 'node:crypto';
import { checkCharacter } from '@facts/resident-id';

export interface BirthDate {
  year: number;
  /** The month, 1–12. */
  month: number;
  day: number;
}

/** A human being as the authorities know them. */
export interface Resident {
  name: string;
  idNumber: string;
  /** What the register answers about this person; absent means `found`. */
  record?: 'found' | 'missing' | 'out-of-order';
}

/** A number of Beijing's range that belongs to no district, so that no invented person can be a real one. */
const noDistrict = '119900';

const surnames = [...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩冯邓曹'];
const given = [...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰红梅建国志文晓婷宇欣怡浩然子轩雨桐'];

/** The resident who owns a WeChat account: always the same for the same openid, an adult born 1955–2003. */
export function inventResident(openid: string, name?: string): Resident {
  const number = numberSource(`resident:${openid}`);
  const birth = { year: 1955 + number(49), month: 1 + number(12), day: 1 + number(28) };
  const invented = `${pick(surnames, number)}${pick(given, number)}${number(3) === 0 ? '' : pick(given, number)}`;
  return { name: name ?? invented, idNumber: residentId(birth, number(1000)) };
}

/** A valid ID number that belongs to no real person. `sequence`: 0–999. */
export function residentId({ year, month, day }: BirthDate, sequence: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const first17 = `${noDistrict}${year}${two(month)}${two(day)}${String(sequence).padStart(3, '0')}`;
  return first17 + checkCharacter(first17);
}

/** Draws whole numbers below a bound from the hash of a text, five from each digest. */
function numberSource(text: string): (below: number) => number {
  let count = 0;
  let digest = Buffer.alloc(0);
  return (below) => {
    if (count % 5 === 0) digest = createHash('sha256').update(`${text}:${count}`).digest();
    return digest.readUIntBE((count++ % 5) * 6, 6) % below;
  };
}

function pick(from: string[], number: (below: number) => number): string {
  return from[number(from.length)] ?? '';
}
