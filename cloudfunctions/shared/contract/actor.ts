import { z } from 'zod';

/**
 * Who makes a call. `guest`: anyone, known to WeChat or not. `member`: verified by name and ID (or by a checked
 * document), with a phone bound. `owner`: the member whose post, grant or call-back request it is.
 * `volunteer`, `operator`: appointed members.
 */
export const Role = z.enum(['guest', 'member', 'owner', 'volunteer', 'operator']);
export type Role = z.infer<typeof Role>;

/** What a member may be appointed to; `member` is nobody's appointment but everybody's standing. */
export const Standing = z.enum(['member', 'volunteer', 'operator']);
export type Standing = z.infer<typeof Standing>;
