import type { identityCalls } from '../shared/contract/identity-calls';
import { writeFor } from '../shared/adapters/write-for';
import { authorOf } from '../shared/kernel/actor';
import type { MemberUseCase } from '../shared/kernel/procedure';

/** Long enough to take up another phone and fill in the form. */
const allowedMs = 10 * 60_000;

/** Name and number alone, which leak, make no account one of a person's: an account that is theirs allows it first. */
export const allowAccount: MemberUseCase<typeof identityCalls.allowAccount> = async (
  _input,
  member,
  { nowMs },
) => {
  const untilMs = nowMs + allowedMs;
  await writeFor(authorOf(member, nowMs), async ({ write, person }) => {
    if (person) await write('persons', { ...person, joinUntilMs: untilMs });
  });
  return { untilMs, nowMs };
};
