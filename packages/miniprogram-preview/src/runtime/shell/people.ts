export interface Person {
  openid: string;
  name: string;
  note: string;
}

/** A person without an account; the phone makes the openid. */
export const stranger: Person = { openid: '', name: '路人', note: '还没有验证身份的人' };

/** The person on a phone at first: the remembered one, otherwise people with an account before the one without. */
export function firstPerson(people: readonly Person[], index: number, remembered: string | null): Person {
  const known = people.find(({ openid }) => openid === remembered);
  const skipped = people[0]?.name === stranger.name && people.length > 2 ? 1 : 0;
  return known ?? people[Math.min(index + skipped, people.length - 1)] ?? stranger;
}
