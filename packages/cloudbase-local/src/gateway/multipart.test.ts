import fc from 'fast-check';
import { parseMultipart } from './multipart';

/** A body written by RFC 7578. */
function write(fields: [string, Buffer][], boundary: string): Buffer {
  const parts = fields.flatMap(([name, value]) => [
    Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n`),
    value,
    Buffer.from('\r\n'),
  ]);
  return Buffer.concat([...parts, Buffer.from(`--${boundary}--\r\n`)]);
}

describe('multipart bodies', () => {
  test('any bytes under any names survive', async () => {
    const field = fc.tuple(
      fc.stringMatching(/^[a-zA-Z]{1,8}$/),
      fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(field, { selector: ([name]) => name, maxLength: 5 }),
        async (fields) => {
          const parsed = await parseMultipart(
            write(fields, '----x7'),
            'multipart/form-data; boundary=----x7',
          );
          expect([...parsed]).toEqual(fields);
        },
      ),
    );
  });

  test('a truncated body is refused', async () => {
    const whole = write(
      [
        ['a', Buffer.from('1')],
        ['b', Buffer.from('2')],
      ],
      'x',
    );
    await expect(
      parseMultipart(whole.subarray(0, whole.length - 12), 'multipart/form-data; boundary="x"'),
    ).rejects.toThrow('Unexpected end of multipart data');
  });

  test('any number of parts without a head are read in one pass and hold no field', async () => {
    const body = Buffer.from(`${'\r\n--x'.repeat(200_000)}--\r\n`);
    expect(await parseMultipart(body, 'multipart/form-data; boundary=x')).toEqual(new Map());
  });

  test('a body without a boundary is refused', async () => {
    await expect(parseMultipart(Buffer.alloc(0), 'multipart/form-data')).rejects.toThrow('Boundary');
  });
});
