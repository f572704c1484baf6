import { z } from 'zod';

/**
 * The caller's part in a call. `guest`: anyone, known to WeChat or not. `member`: verified by name and ID (or by a checked
 * document), with a phone bound. `owner`: the member whose post, grant or call-back request it is.
 * `volunteer`, `operator`: appointed members.
 */
export const Role = z.enum(['guest', 'member', 'owner', 'volunteer', 'operator']);
export type Role = z.infer<typeof Role>;

/** What an account is: `member` like everyone, or appointed to more. */
export const AccountRole = z.enum(['member', 'volunteer', 'operator']);
export type AccountRole = z.infer<typeof AccountRole>;
