import { createHash } from 'node:crypto';
import { inventions } from './catalogue';

/** A person whom a phone of the preview can belong to. */
export interface DemoPerson {
  openid: string;
  name: string;
  /** A few words about the person, for the switcher. */
  note: string;
  verified: boolean;
  role: 'member' | 'volunteer' | 'operator';
}

/** The people of the demonstration. The seed invents everybody else on the boards. */
export const people: readonly DemoPerson[] = [
  { openid: 'demo-stranger', name: '路人', note: '还没有实名，只能看', verified: false, role: 'member' },
  { openid: 'demo-li-jing', name: '李静', note: '在北京，给长沙的父母找药', verified: true, role: 'member' },
  {
    openid: 'demo-wang-laoshi',
    name: '王建国',
    note: '王老师，长沙岳麓区，有多的药',
    verified: true,
    role: 'member',
  },
  {
    openid: 'demo-zhao-lei',
    name: '赵磊',
    note: '济南的大学生，宿舍四人都烧了',
    verified: true,
    role: 'member',
  },
  { openid: 'demo-chen-xue', name: '陈雪', note: '成都的妈妈，宝宝40天', verified: true, role: 'member' },
  { openid: 'demo-zhou-min', name: '周敏', note: '72岁，透析病人，武汉', verified: true, role: 'member' },
  { openid: 'demo-sun-yan', name: '孙燕', note: '志愿者，在手机上审核', verified: true, role: 'volunteer' },
  { openid: 'demo-he-gang', name: '何刚', note: '运营人员', verified: true, role: 'operator' },
];

/** The people with what the campaign says about them. */
export const demoPeople = (): DemoPerson[] =>
  people.map((person) => ({ ...person, note: inventions?.people[person.openid] ?? person.note }));

/** The id of the person behind an invented account: 32 hexadecimal digits, as a keyed hash would be. */
export function demoPersonId(openid: string): string {
  return createHash('sha256').update(`demo person ${openid}`).digest('hex').slice(0, 32);
}

/** Masks a name: 李静 → 李*. */
export function maskedName(name: string): string {
  return `${name.slice(0, 1)}*`;
}
