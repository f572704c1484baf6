import { deflateSync } from 'node:zlib';

/**
 * A black and white PNG (one bit a pixel, greyscale): `dark[row][column]`, each drawn as a square of `scale` pixels.
 */
export function encodePng(dark: readonly (readonly boolean[])[], scale: number): Buffer {
  const size = dark.length * scale;
  const rowBytes = Math.ceil(size / 8);
  const rows = Buffer.alloc(size * (rowBytes + 1));
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++) {
      if (dark[Math.floor(y / scale)]?.[Math.floor(x / scale)]) continue;
      const at = y * (rowBytes + 1) + 1 + (x >> 3);
      rows[at] = (rows[at] ?? 0) | (0x80 >> (x & 7));
    }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header[8] = 1;
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

/** CRC-32 of ISO 3309, which PNG requires. Node has had its own only since 20.15. */
function crc32(bytes: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}
