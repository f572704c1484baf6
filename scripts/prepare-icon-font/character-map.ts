/**
 * The `cmap` table of a font (OpenType 1.9): which character draws which glyph.
 * Reads format 4, writes format 12.
 */
export function readCharacterMap(table: Buffer): Map<number, number> {
  for (let index = 0; index < table.readUInt16BE(2); index++) {
    const subtable = table.subarray(table.readUInt32BE(4 + index * 8 + 4));
    if (subtable.readUInt16BE(0) === 4) return readSegments(subtable);
  }
  throw new Error('the font has no character map of format 4');
}

function readSegments(subtable: Buffer): Map<number, number> {
  const doubled = subtable.readUInt16BE(6);
  const glyphs = new Map<number, number>();
  for (let at = 0; at < doubled; at += 2) {
    const end = subtable.readUInt16BE(14 + at);
    const start = subtable.readUInt16BE(16 + doubled + at);
    const delta = subtable.readUInt16BE(16 + 2 * doubled + at);
    const rangeAt = 16 + 3 * doubled + at;
    const range = subtable.readUInt16BE(rangeAt);
    for (let code = start; code <= end && code !== 0xffff; code++) {
      const listed = range === 0 ? code : subtable.readUInt16BE(rangeAt + range + 2 * (code - start));
      if (listed !== 0) glyphs.set(code, (listed + delta) & 0xffff);
    }
  }
  return glyphs;
}

export function writeCharacterMap(glyphs: ReadonlyMap<number, number>): Buffer {
  const sorted = [...glyphs].sort(([a], [b]) => a - b);
  const headBytes = 12;
  const subtable = Buffer.alloc(16 + 12 * sorted.length);
  subtable.writeUInt16BE(12, 0);
  subtable.writeUInt32BE(subtable.length, 4);
  subtable.writeUInt32BE(sorted.length, 12);
  sorted.forEach(([code, glyph], index) => {
    [code, code, glyph].forEach((value, field) => subtable.writeUInt32BE(value, 16 + index * 12 + field * 4));
  });
  const head = Buffer.alloc(headBytes);
  head.writeUInt16BE(1, 2);
  // Windows, full Unicode.
  head.writeUInt16BE(3, 4);
  head.writeUInt16BE(10, 6);
  head.writeUInt32BE(headBytes, 8);
  return Buffer.concat([head, subtable]);
}
