/**
 * Whether a text is nothing but such pieces, one after the other, the first that fits taken each time: linear, whatever
 * the text. `piece` is sticky and never matches an empty text.
 */
export function consistsOf(text: string, piece: RegExp): boolean {
  piece.lastIndex = 0;
  while (piece.lastIndex < text.length) {
    const at = piece.lastIndex;
    if (!piece.test(text) || piece.lastIndex === at) return false;
  }
  return true;
}
