/** How long a code invites volunteers. */
export const invitationMs = 7 * 24 * 3_600_000;
/** Without 0, O, 1 and I, because a code is read aloud. */
const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const codeLength = 8;

/** A code of eight letters; `below` draws a whole number from 0 up to its argument. */
export const invitationCode = (below: (limit: number) => number): string =>
  Array.from({ length: codeLength }, () => letters[below(letters.length)]).join('');
