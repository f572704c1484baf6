import type { z } from 'zod';
import type { Call } from '../contract/call';
import type { CommonError } from '../contract/errors';
import { admit, requireMember, type Actor, type GuestError, type Member } from './actor';
import { CallError } from './call-error';
import { refuse, type Refuse } from './refuse';

/** Facts about a call besides its input. */
export interface CallContext {
  requestId: string;
  nowMs: number;
  /** The caller; looked up at most once, and only for a use case that asks. */
  actor(): Promise<Actor>;
  isBlocked(personId: string): Promise<boolean>;
}

/** The arguments of a use case besides its checked input. */
export interface Invocation<C extends Call> extends CallContext {
  refuse: Refuse<C['errors'][number] | CommonError>;
}

type Input<C extends Call> = z.output<C['input']>;
/** The contract's answer, before its defaults are filled in. */
export type Output<C extends Call> = z.input<C['output']>;

/** A use case for a call that anyone may make. */
export type OpenUseCase<C extends Call> = (input: Input<C>, invocation: Invocation<C>) => Promise<Output<C>>;
/** A use case for members or appointed members. */
export type MemberUseCase<C extends Call> = (
  input: Input<C>,
  member: Member,
  invocation: Invocation<C>,
) => Promise<Output<C>>;
/** A use case for the owner of the thing that the input names. */
export type OwnerUseCase<C extends Call, Subject> = (
  input: Input<C>,
  subject: Subject,
  owner: Member,
  invocation: Invocation<C>,
) => Promise<Output<C>>;

/** A call with the use case that serves it. `run` takes checked input and answers unchecked output. */
export interface Procedure {
  call: Call;
  run(input: unknown, context: CallContext): Promise<unknown>;
}

/** Compiles only for a call that lists these codes. */
type Lists<C extends Call, Code> = [Code] extends [C['errors'][number]] ? unknown : { mustList: Code };
/** Guests are refused by every call that is not theirs, members only by a call for owners or appointed members. */
type AdmissionError<C extends Call> =
  GuestError | ('member' extends C['who'][number] ? never : 'not-allowed');

export function openProcedure<C extends Call>(call: C, handle: OpenUseCase<C>): Procedure {
  return procedureOf(call, handle);
}

export function memberProcedure<C extends Call>(
  call: C & Lists<C, AdmissionError<C>>,
  handle: MemberUseCase<C>,
): Procedure {
  return procedureOf<C>(call, async (input, invocation) => {
    const actor = await invocation.actor();
    admit(actor, call.who);
    const member = requireMember(actor);
    await refuseBlocked(call, member, invocation);
    return handle(input, member, invocation);
  });
}

/** `find` answers null when the thing does not exist. */
export function ownerProcedure<C extends Call, Subject extends { ownerId: string | readonly string[] }>(
  call: C & Lists<C, AdmissionError<C> | 'not-found'>,
  find: (input: Input<C>) => Promise<Subject | null>,
  handle: OwnerUseCase<C, Subject>,
): Procedure {
  return procedureOf<C>(call, async (input, invocation) => {
    const member = requireMember(await invocation.actor());
    const subject = await find(input);
    if (!subject) throw new CallError('not-found');
    admit(member, call.who, subject.ownerId);
    await refuseBlocked(call, member, invocation);
    return handle(input, subject, member, invocation);
  });
}

/** A blocked person is refused here, for every call that is not open to guests. */
async function refuseBlocked(call: Call, { personId }: Member, { isBlocked }: CallContext): Promise<void> {
  if (!call.whileBlocked && (await isBlocked(personId))) throw new CallError('blocked');
}

const procedureOf = <C extends Call>(call: C, handle: OpenUseCase<C>): Procedure => ({
  call,
  run: (input, context) => handle(input as Input<C>, { ...context, refuse }),
});
