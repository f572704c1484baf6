import fc from 'fast-check';
import { readZip, writeZip } from './zip';

const files = fc.dictionary(
  fc.stringMatching(/^[a-z药]{1,8}(\/[a-z]{1,4}\.js)?$/),
  fc.uint8Array({ maxLength: 300 }),
  { maxKeys: 8 },
);

test('a written archive is read again, and the order of the files does not matter', () => {
  fc.assert(
    fc.property(files, (given) => {
      const entries = Object.entries(given).map(([path, bytes]) => [path, Buffer.from(bytes)] as const);
      const zip = writeZip(new Map(entries));
      expect(new Map([...readZip(zip)])).toEqual(
        new Map([...entries].sort(([left], [right]) => (left < right ? -1 : 1))),
      );
      expect(writeZip(new Map([...entries].reverse())).equals(zip)).toBe(true);
    }),
  );
});

test('the checksum is the CRC-32 of the format', () => {
  const zip = writeZip(new Map([['a', Buffer.from('123456789')]]));
  expect(zip.readUInt32LE(14).toString(16)).toBe('cbf43926');
});

test.each([
  ['no archive', Buffer.from('no archive at all, but long enough')],
  ['nothing', Buffer.alloc(0)],
])('%s is refused', (_what, bytes) => {
  expect(() => readZip(bytes)).toThrow('not a zip archive');
});
