import { z } from 'zod';

/**
 * Who makes a call. `guest`: anyone, known to WeChat or not. `member`: verified by name and ID.
 * `owner`: the member whose post (or grant, request) it is. `volunteer`, `operator`: appointed members.
 */
export const Role = z.enum(['guest', 'member', 'owner', 'volunteer', 'operator']);
export type Role = z.infer<typeof Role>;
