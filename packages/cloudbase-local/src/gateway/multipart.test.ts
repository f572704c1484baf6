import fc from 'fast-check';
import { parseMultipart } from './multipart';

/** Written as RFC 7578 says. */
function write(fields: [string, Buffer][], boundary: string): Buffer {
  const parts = fields.flatMap(([name, value]) => [
    Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n`),
    value,
    Buffer.from('\r\n'),
  ]);
  return Buffer.concat([...parts, Buffer.from(`--${boundary}--\r\n`)]);
}

describe('multipart bodies', () => {
  test('any bytes under any names come back', () => {
    const field = fc.tuple(
      fc.stringMatching(/^[a-zA-Z]{1,8}$/),
      fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
    );
    fc.assert(
      fc.property(fc.uniqueArray(field, { selector: ([name]) => name, maxLength: 5 }), (fields) => {
        const parsed = parseMultipart(write(fields, '----x7'), 'multipart/form-data; boundary=----x7');
        expect([...parsed]).toEqual(fields);
      }),
    );
  });

  test('a body cut short is refused', () => {
    const whole = write(
      [
        ['a', Buffer.from('1')],
        ['b', Buffer.from('2')],
      ],
      'x',
    );
    expect(() =>
      parseMultipart(whole.subarray(0, whole.length - 12), 'multipart/form-data; boundary="x"'),
    ).toThrow('a part has no end');
  });

  test('any number of parts without a head are passed over', () => {
    const body = Buffer.concat([
      Buffer.from('\r\n--x'.repeat(200_000)),
      write([['a', Buffer.from('1')]], 'x'),
    ]);
    expect([...parseMultipart(body, 'multipart/form-data; boundary=x')]).toEqual([['a', Buffer.from('1')]]);
  });

  test('without a boundary it is refused', () => {
    expect(() => parseMultipart(Buffer.alloc(0), 'multipart/form-data')).toThrow('boundary');
  });
});
