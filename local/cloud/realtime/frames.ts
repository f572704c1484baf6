/**
 * Frames of the WebSocket protocol, without extensions.
 * https://www.rfc-editor.org/rfc/rfc6455#section-5
 */
export const Opcode = { Continuation: 0, Text: 1, Binary: 2, Close: 8, Ping: 9, Pong: 10 } as const;

export interface Frame {
  opcode: number;
  /** The last of its message. */
  isFinal: boolean;
  payload: Buffer;
}

/** What breaks the protocol, with the code that the connection is closed with. */
export class BrokenFrame extends Error {
  constructor(
    readonly code: number,
    message: string,
  ) {
    super(message);
  }
}

/** @param mask four bytes, as clients must; servers must not */
export function encodeFrame(opcode: number, payload: Buffer, mask?: Buffer): Buffer {
  const { length } = payload;
  const size = length < 126 ? 0 : length < 65536 ? 2 : 8;
  const head = Buffer.alloc(2 + size);
  head[0] = 0x80 | opcode;
  head[1] = (mask ? 0x80 : 0) | (size === 0 ? length : size === 2 ? 126 : 127);
  if (size === 2) head.writeUInt16BE(length, 2);
  if (size === 8) head.writeBigUInt64BE(BigInt(length), 2);
  return mask ? Buffer.concat([head, mask, masked(payload, mask)]) : Buffer.concat([head, payload]);
}

/**
 * Gives the frames in what arrives, piece by piece.
 * @param maxBytes the longest payload
 * @param areMasked as those of a client must be, and those of a server must not
 * @throws BrokenFrame from the function it gives
 */
export function frameReader(maxBytes: number, areMasked: boolean): (chunk: Buffer) => Frame[] {
  let rest: Buffer = Buffer.alloc(0);
  const next = (): Frame | undefined => {
    const length = headLength(rest);
    if (length === undefined) return undefined;
    const [first = 0, second = 0] = rest;
    const opcode = first & 0x0f;
    if (first & 0x70) throw new BrokenFrame(1002, 'an extension that nobody agreed on');
    if (Boolean(second & 0x80) !== areMasked) throw new BrokenFrame(1002, 'wrongly masked');
    const size = payloadLength(rest);
    if (opcode >= 8 && (size > 125 || !(first & 0x80))) throw new BrokenFrame(1002, 'a long control frame');
    if (size > maxBytes) throw new BrokenFrame(1009, 'the message is too long');
    if (rest.length < length + size) return undefined;
    const payload = rest.subarray(length, length + size);
    const mask = areMasked ? rest.subarray(length - 4, length) : undefined;
    rest = rest.subarray(length + size);
    return { opcode, isFinal: Boolean(first & 0x80), payload: mask ? masked(payload, mask) : payload };
  };
  return (chunk) => {
    rest = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
    const frames: Frame[] = [];
    for (let frame = next(); frame; frame = next()) frames.push(frame);
    return frames;
  };
}

/** Bytes before the payload; undefined while they have not all arrived. */
function headLength(bytes: Buffer): number | undefined {
  if (bytes.length < 2) return undefined;
  const second = bytes[1] as number;
  const length = 2 + ({ 126: 2, 127: 8 }[second & 0x7f] ?? 0) + (second & 0x80 ? 4 : 0);
  return bytes.length < length ? undefined : length;
}

function payloadLength(bytes: Buffer): number {
  const short = (bytes[1] as number) & 0x7f;
  if (short === 126) return bytes.readUInt16BE(2);
  return short === 127 ? Number(bytes.readBigUInt64BE(2)) : short;
}

function masked(payload: Buffer, mask: Buffer): Buffer {
  const bytes = Buffer.from(payload);
  for (let i = 0; i < bytes.length; i++) bytes[i] = (bytes[i] as number) ^ (mask[i % 4] as number);
  return bytes;
}
