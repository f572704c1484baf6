import type { z } from 'zod';
import type { Call } from '../contract/call';
import { admit, requireMember, type Actor, type Member } from './actor';

/** What a use case knows of the invocation that it serves, beside its checked input. */
export interface Invocation {
  requestId: string;
  nowMs: number;
  /** Who is calling; looked up at most once, and only if somebody asks. */
  actor: () => Promise<Actor>;
}

type Input<C extends Call> = z.output<C['input']>;
type Output<C extends Call> = z.input<C['output']>;

/** A call with the use case that serves it. `run` takes checked input and answers unchecked output. */
export interface Procedure<C extends Call = Call> {
  call: C;
  run: (input: Input<C>, invocation: Invocation) => Promise<Output<C>>;
}

/** A call that anyone may make. */
export function openProcedure<C extends Call>(
  call: C,
  handle: (input: Input<C>, invocation: Invocation) => Promise<Output<C>>,
): Procedure<C> {
  return {
    call,
    run: async (input, invocation) => {
      if (!call.who.includes('guest')) admit(await invocation.actor(), call.who);
      return handle(input, invocation);
    },
  };
}

/** A call for members, volunteers or operators. */
export function memberProcedure<C extends Call>(
  call: C,
  handle: (input: Input<C>, member: Member, invocation: Invocation) => Promise<Output<C>>,
): Procedure<C> {
  return {
    call,
    run: async (input, invocation) => {
      const actor = await invocation.actor();
      admit(actor, call.who);
      return handle(input, requireMember(actor), invocation);
    },
  };
}

/** A call for the owner of the thing that the input names. `load` throws when there is no such thing. */
export function ownerProcedure<C extends Call, Subject extends { ownerId: string }>(
  call: C,
  load: (input: Input<C>) => Promise<Subject>,
  handle: (input: Input<C>, subject: Subject, member: Member, invocation: Invocation) => Promise<Output<C>>,
): Procedure<C> {
  return {
    call,
    run: async (input, invocation) => {
      const member = requireMember(await invocation.actor());
      const subject = await load(input);
      admit(member, call.who, subject.ownerId);
      return handle(input, subject, member, invocation);
    },
  };
}
