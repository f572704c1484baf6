import { deflateRawSync, inflateRawSync } from 'node:zlib';

/*
 * Zip archives (PKWARE APPNOTE 6.3.3), as far as a function's code needs them: whole files in memory, no encryption, no
 * ZIP64. They contain no times, so that the same files give the same bytes.
 */

const localSignature = 0x04034b50;
const centralSignature = 0x02014b50;
const endSignature = 0x06054b50;
const endBytes = 22;
const deflated = 8;
/** 1980-01-01, the earliest date in the format. */
const noDate = 0x21;
/** The flag for names in UTF-8. */
const utf8Flag = 0x800;

export function writeZip(files: ReadonlyMap<string, Buffer>): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [path, content] of [...files].sort(([left], [right]) => (left < right ? -1 : 1))) {
    const name = Buffer.from(path);
    const packed = deflateRawSync(content, { level: 9 });
    const common = commonFields(content, packed, name);
    const local = Buffer.concat([number32(localSignature), number16(20), common, number16(0), name]);
    parts.push(local, packed);
    directory.push(
      Buffer.concat([
        number32(centralSignature),
        number16(20),
        number16(20),
        common,
        // No extra field, no comment, first disk, no attributes; then the offset at which the file begins.
        Buffer.alloc(12),
        number32(offset),
        name,
      ]),
    );
    offset += local.length + packed.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.concat([
    number32(endSignature),
    number32(0),
    number16(files.size),
    number16(files.size),
    number32(central.length),
    number32(offset),
    number16(0),
  ]);
  return Buffer.concat([...parts, central, end]);
}

/** The files by path, without folders. Throws when the data is not such an archive. */
export function readZip(zip: Buffer): Map<string, Buffer> {
  let end = zip.length - endBytes;
  while (end >= 0 && zip.readUInt32LE(end) !== endSignature) end -= 1;
  if (end < 0) throw new Error('not a zip archive');
  const files = new Map<string, Buffer>();
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (zip.readUInt32LE(at) !== centralSignature) throw new Error('the zip archive is damaged');
    const method = zip.readUInt16LE(at + 10);
    const packedBytes = zip.readUInt32LE(at + 20);
    const nameBytes = zip.readUInt16LE(at + 28);
    const path = zip.toString('utf8', at + 46, at + 46 + nameBytes);
    const local = zip.readUInt32LE(at + 42);
    // The local header may have other extra fields than the directory.
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const packed = zip.subarray(start, start + packedBytes);
    if (!path.endsWith('/')) files.set(path, method === deflated ? inflateRawSync(packed) : packed);
    at += 46 + nameBytes + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return files;
}

/** The fields that the local header and the directory share, up to the length of the name. */
function commonFields(content: Buffer, packed: Buffer, name: Buffer): Buffer {
  return Buffer.concat([
    number16(utf8Flag),
    number16(deflated),
    number16(0),
    number16(noDate),
    number32(crc32(content)),
    number32(packed.length),
    number32(content.length),
    number16(name.length),
  ]);
}

function number16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

function number32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

function crc32(bytes: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (crc >>> 8) ^ (crcTable[(crc ^ byte) & 0xff] ?? 0);
  return (crc ^ 0xffffffff) >>> 0;
}

const crcTable = Array.from({ length: 256 }, (_, start) => {
  let value = start;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value >>> 0;
});
