import { cleanPicture } from './clean-picture';

/** One white pixel. */
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=',
  'base64',
);
/** One grey pixel. */
const jpeg = Buffer.from(
  '/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////wgALCAABAAEBAREA/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/aAAgBAQABPxA=',
  'base64',
);
const wholeJpeg = Buffer.concat([jpeg, Buffer.from([0xff, 0xd9])]);
const segment = (code: number, text: string): Buffer => {
  const body = Buffer.from(text);
  const head = Buffer.from([0xff, code, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
};

test('a picture stays what it is', () => {
  expect(cleanPicture(wholeJpeg)).toEqual(wholeJpeg);
  const cleaned = cleanPicture(png);
  expect(cleaned).not.toBeNull();
  expect(cleanPicture(cleaned ?? Buffer.alloc(0))).toEqual(cleaned);
});

test('data hidden inside or behind it is removed', () => {
  const hidden = '<script>alert(1)</script>';
  const dirty = Buffer.concat([
    wholeJpeg.subarray(0, 2),
    segment(0xe1, `Exif GPS ${hidden}`),
    segment(0xfe, hidden),
    wholeJpeg.subarray(2),
    Buffer.from(hidden),
  ]);
  expect(cleanPicture(dirty)).toEqual(wholeJpeg);
  expect(cleanPicture(Buffer.concat([png, Buffer.from(hidden)]))).toEqual(cleanPicture(png));
});

test.each([
  ['nothing', Buffer.alloc(0)],
  ['a page', Buffer.from('<html><body>hello</body></html>')],
  ['a PDF', Buffer.from('%PDF-1.7 ...')],
  ['half a JPEG', wholeJpeg.subarray(0, 60)],
  ['a JPEG that has no scan', Buffer.from([0xff, 0xd8, 0xff, 0xd9])],
  ['half a PNG', png.subarray(0, png.length - 20)],
  ['the name of a PNG alone', png.subarray(0, 8)],
])('%s is not a picture', (_what, bytes) => {
  expect(cleanPicture(bytes)).toBeNull();
});
