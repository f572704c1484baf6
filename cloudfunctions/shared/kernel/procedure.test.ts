import { z } from 'zod';
import { defineCall } from '../contract/call';
import { memberProcedure, openProcedure, ownerProcedure, type Invocation } from './procedure';

const guestErrors = ['sign-in-required', 'verification-required', 'phone-required'] as const;
const thing = { input: z.strictObject({ id: z.string() }), output: z.strictObject({ name: z.string() }) };
const open = defineCall({ ...thing, errors: ['not-found'], who: ['guest'] });
const members = defineCall({ ...thing, errors: guestErrors, who: ['member'] });
const owners = defineCall({ ...thing, errors: [...guestErrors, 'not-allowed', 'not-found'], who: ['owner'] });

const context = {
  requestId: 'r',
  nowMs: 0,
  isBlocked: () => Promise.resolve(false),
  actor: () => Promise.resolve({ kind: 'guest', openid: null, epoch: 0, lacks: 'sign-in' } as const),
};

test('a use case throws the codes that its call lists, and the common ones', async () => {
  const procedure = openProcedure(open, (_input, { refuse }) => Promise.reject(refuse('not-found')));
  await expect(procedure.run({ id: 'a' }, context)).rejects.toMatchObject({ code: 'not-found' });
  const busy = openProcedure(open, (_input, { refuse }) => Promise.reject(refuse('busy')));
  await expect(busy.run({ id: 'a' }, context)).rejects.toMatchObject({ code: 'busy' });
});

test('any other code does not compile', () => {
  const refusals = ({ refuse }: Invocation<typeof open>) => [
    // @ts-expect-error the call lists not-found alone
    refuse('own-post'),
  ];
  const helper = ({ refuse }: { refuse: Invocation<typeof members>['refuse'] }) => refuse;
  // @ts-expect-error a function that may throw what the call does not list takes no such refuse
  const handed = (invocation: Invocation<typeof open>) => helper(invocation);
  expect([refusals, handed]).toHaveLength(2);
});

test('a call that admits fewer than everyone must list how it turns the others away', () => {
  const named = () => Promise.resolve({ name: '药' });
  memberProcedure(members, named);
  // @ts-expect-error a guest is refused with codes that this call does not list
  memberProcedure(open, named);
  // @ts-expect-error a call of members need not list not-found, a call of owners must
  ownerProcedure(members, () => Promise.resolve({ ownerId: 'a' }), named);
  expect(ownerProcedure(owners, () => Promise.resolve(null), named).call).toBe(owners);
});

test('an answer that the contract does not know does not compile', () => {
  // @ts-expect-error the contract answers a name
  expect(openProcedure(open, () => Promise.resolve({ title: '药' })).call).toBe(open);
});
