import fc from 'fast-check';
import { BrokenFrame, encodeFrame, frameReader, Opcode } from './frames';
import { acceptKey } from './web-socket';

const mask = Buffer.from([1, 2, 3, 4]);

test('the key of a handshake is answered as the standard has it', () => {
  // https://www.rfc-editor.org/rfc/rfc6455#section-1.3
  expect(acceptKey('dGhlIHNhbXBsZSBub25jZQ==')).toBe('s3pPLMBiTxaQ9kYGzzhZRbK+xOo=');
});

// https://www.rfc-editor.org/rfc/rfc6455#section-5.7
test.each<[string, string, boolean, number, boolean, string]>([
  ['a text', '810548656c6c6f', false, Opcode.Text, true, 'Hello'],
  ['a masked text', '818537fa213d7f9f4d5158', true, Opcode.Text, true, 'Hello'],
  ['the first part of a text', '010348656c', false, Opcode.Text, false, 'Hel'],
  ['its last part', '80026c6f', false, Opcode.Continuation, true, 'lo'],
  ['a masked pong', '8a8537fa213d7f9f4d5158', true, Opcode.Pong, true, 'Hello'],
])("the standard's example of %s is read", (_name, hex, areMasked, opcode, isFinal, text) => {
  const [frame] = frameReader(100, areMasked)(Buffer.from(hex, 'hex'));
  expect({ ...frame, payload: frame?.payload.toString() }).toEqual({ opcode, isFinal, payload: text });
});

test('the lengths at which the head grows are written as the standard has it', () => {
  const head = (length: number, bytes: number) =>
    encodeFrame(Opcode.Binary, Buffer.alloc(length)).subarray(0, bytes).toString('hex');
  expect([head(125, 2), head(126, 4), head(256, 4), head(65535, 4), head(65536, 10)]).toEqual([
    '827d',
    '827e007e',
    '827e0100',
    '827effff',
    '827f0000000000010000',
  ]);
});

test('whatever is written is read again, in whatever pieces it arrives', () => {
  const payload = fc.oneof(
    fc.uint8Array({ maxLength: 140 }),
    fc.integer({ min: 65530, max: 65540 }).map((length) => new Uint8Array(length).fill(7)),
  );
  fc.assert(
    fc.property(
      fc.array(payload, { minLength: 1, maxLength: 4 }),
      fc.boolean(),
      fc.array(fc.integer({ min: 1, max: 5000 }), { minLength: 5 }),
      (payloads, areMasked, pieces) => {
        const bytes = Buffer.concat(
          payloads.map((each) => encodeFrame(Opcode.Text, Buffer.from(each), areMasked ? mask : undefined)),
        );
        const read = frameReader(1 << 20, areMasked);
        const frames: Buffer[] = [];
        for (let from = 0, turn = 0; from < bytes.length; turn++) {
          const to = from + (pieces[turn % pieces.length] as number);
          for (const frame of read(bytes.subarray(from, to))) frames.push(frame.payload);
          from = to;
        }
        expect(frames).toHaveLength(payloads.length);
        expect(frames.every((each, at) => each.equals(payloads[at] as Uint8Array))).toBe(true);
      },
    ),
    { numRuns: 60 },
  );
});

test.each<[string, string, number]>([
  ['an unmasked frame of a client', '810548656c6c6f', 1002],
  ['an extension', 'c18537fa213d7f9f4d5158', 1002],
  ['a ping in parts', '098537fa213d7f9f4d5158', 1002],
  ['a ping of 126 bytes', '89fe007e00000000', 1002],
  ['a message longer than is taken', '81fe006500000000', 1009],
  ['a message of 2^63 bytes', '81ff800000000000000000000000', 1009],
])('%s is refused before it is read', (_name, hex, code) => {
  let broken: unknown;
  try {
    frameReader(100, true)(Buffer.from(hex, 'hex'));
  } catch (cause) {
    broken = cause;
  }
  expect(broken).toBeInstanceOf(BrokenFrame);
  expect((broken as BrokenFrame).code).toBe(code);
});
