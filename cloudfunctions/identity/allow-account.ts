import type { identityCalls } from '../shared/contract/identity-calls';
import { writeFor } from '../shared/adapters/write-for';
import { authorOf } from '../shared/kernel/actor';
import type { MemberUseCase } from '../shared/kernel/procedure';

/** Ten minutes are enough to fetch the other phone and fill in the form. */
const allowedMs = 10 * 60_000;

/**
 * Names and ID numbers leak, so they alone must not add an account to a person: one of the person's own accounts allows it first.
 */
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
