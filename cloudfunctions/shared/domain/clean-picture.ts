/** Removes everything from a picture file that is not the picture: places, names of cameras, other files behind it. */

const pngSignature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** The PNG chunks that a picture is drawn from. */
const drawnChunks = new Set(['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND']);

const marker = { start: 0xd8, end: 0xd9, scan: 0xda, comment: 0xfe, jfif: 0xe0, adobe: 0xee } as const;
/** Frame headers, which give the picture's size. */
const isFrame = (code: number): boolean => code >= 0xc0 && code <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(code);
const isDropped = (code: number): boolean =>
  code === marker.comment || (code >= 0xe0 && code <= 0xef && code !== marker.jfif && code !== marker.adobe);

/** A JPEG or PNG that contains only the picture; null for other or broken files. */
export function cleanPicture(bytes: Buffer): Buffer | null {
  if (bytes.subarray(0, pngSignature.length).equals(pngSignature)) return cleanPng(bytes);
  return bytes[0] === 0xff && bytes[1] === marker.start ? cleanJpeg(bytes) : null;
}

function cleanPng(bytes: Buffer): Buffer | null {
  const kept: Buffer[] = [pngSignature];
  const seen = new Set<string>();
  for (let at = pngSignature.length; at + 12 <= bytes.length;) {
    const end = at + 12 + bytes.readUInt32BE(at);
    const type = bytes.toString('latin1', at + 4, at + 8);
    if (end > bytes.length || (seen.size === 0 && type !== 'IHDR')) return null;
    seen.add(type);
    if (drawnChunks.has(type)) kept.push(bytes.subarray(at, end));
    if (type === 'IEND') return seen.has('IDAT') ? Buffer.concat(kept) : null;
    at = end;
  }
  return null;
}

function cleanJpeg(bytes: Buffer): Buffer | null {
  const kept: Buffer[] = [bytes.subarray(0, 2)];
  let hasFrame = false;
  let hasScan = false;
  for (let at = 2; at + 4 <= bytes.length + 2;) {
    const code = bytes[at + 1];
    if (bytes[at] !== 0xff || code === undefined) return null;
    if (code === marker.end) {
      kept.push(bytes.subarray(at, at + 2));
      return hasFrame && hasScan ? Buffer.concat(kept) : null;
    }
    if (at + 4 > bytes.length) return null;
    const headerEnd = at + 2 + bytes.readUInt16BE(at + 2);
    if (headerEnd > bytes.length || headerEnd < at + 4) return null;
    if (isFrame(code)) hasFrame = true;
    if (code === marker.scan) hasScan = true;
    const end = code === marker.scan ? endOfScan(bytes, headerEnd) : headerEnd;
    if (!isDropped(code)) kept.push(bytes.subarray(at, end));
    at = end;
  }
  return null;
}

/** The position of the next marker. Within a scan, FF is followed by 00, or by the number of a restart. */
function endOfScan(bytes: Buffer, from: number): number {
  let at = from;
  while (at + 1 < bytes.length) {
    const next = bytes[at + 1] ?? 0;
    if (bytes[at] === 0xff && next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at;
    at += 1;
  }
  return bytes.length;
}
