/**
 * Whether a text consists only of such pieces, one after the other. The first that fits is taken each time, so the time
 * is linear for any text. `piece` is sticky and never matches an empty text.
 */
export function consistsOf(text: string, piece: RegExp): boolean {
  piece.lastIndex = 0;
  while (piece.lastIndex < text.length) {
    const at = piece.lastIndex;
    if (!piece.test(text) || piece.lastIndex === at) return false;
  }
  return true;
}
