import { deflateSync, inflateSync } from 'node:zlib';

/** Tables of a font, uncompressed, by tag. */
export interface Font {
  flavor: number;
  tables: Map<string, Buffer>;
}

const headerBytes = 44;
const entryBytes = 20;
const signature = 0x774f4646;

/** Reads a WOFF 1.0 file (W3C, WOFF File Format 1.0). */
export function readWoff(file: Buffer): Font {
  if (file.readUInt32BE(0) !== signature) throw new Error('not a WOFF file');
  const tables = new Map<string, Buffer>();
  for (let index = 0; index < file.readUInt16BE(12); index++) {
    const entry = headerBytes + index * entryBytes;
    const [offset, stored, whole] = [4, 8, 12].map((at) => file.readUInt32BE(entry + at)) as [
      number,
      number,
      number,
    ];
    const data = file.subarray(offset, offset + stored);
    tables.set(file.toString('latin1', entry, entry + 4), stored < whole ? inflateSync(data) : data);
  }
  return { flavor: file.readUInt32BE(4), tables };
}

/** Writes a WOFF 1.0 file. */
export function writeWoff({ flavor, tables }: Font): Buffer {
  const sorted = [...tables].sort(([a], [b]) => (a < b ? -1 : 1));
  const directory = Buffer.alloc(headerBytes + sorted.length * entryBytes);
  const bodies: Buffer[] = [];
  let offset = directory.length;
  let wholeFont = 12 + 16 * sorted.length;
  for (const [index, [tag, data]] of sorted.entries()) {
    const deflated = deflateSync(data);
    const stored = deflated.length < data.length ? deflated : data;
    const entry = headerBytes + index * entryBytes;
    directory.write(tag, entry, 'latin1');
    [offset, stored.length, data.length, checksum(data)].forEach((value, field) =>
      directory.writeUInt32BE(value, entry + 4 + field * 4),
    );
    bodies.push(padded(stored));
    offset += padded(stored).length;
    wholeFont += padded(data).length;
  }
  directory.writeUInt32BE(signature, 0);
  directory.writeUInt32BE(flavor, 4);
  directory.writeUInt32BE(offset, 8);
  directory.writeUInt16BE(sorted.length, 12);
  directory.writeUInt32BE(wholeFont, 16);
  return Buffer.concat([directory, ...bodies]);
}

/** Tables begin at multiples of four bytes. */
function padded(data: Buffer): Buffer {
  return Buffer.concat([data, Buffer.alloc((4 - (data.length % 4)) % 4)]);
}

function checksum(data: Buffer): number {
  const whole = padded(data);
  let sum = 0;
  for (let at = 0; at < whole.length; at += 4) sum = (sum + whole.readUInt32BE(at)) >>> 0;
  return sum;
}
