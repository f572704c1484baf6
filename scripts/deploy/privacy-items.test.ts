import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesOfRepository } from '../check/files-of-repository';
import { privacyItems, privateInterfaces } from './privacy-items';

const root = join(__dirname, '../..');
const sources = ['miniprogram/*.ts', 'miniprogram/*.wxml']
  .flatMap((pattern) => filesOfRepository(root, pattern))
  .filter((file) => !file.endsWith('.test.ts'))
  .map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') }));

test('every private interface that a page calls is an item of the privacy guide', () => {
  const unnamed = sources.flatMap(({ file, text }) =>
    (text.match(privateInterfaces) ?? [])
      .filter((call) => !privacyItems.some(({ calls }) => calls.test(call)))
      .map((call) => `${file} calls ${call}`),
  );
  expect(unnamed).toEqual([]);
});

test.each(privacyItems)('the guide names $item because a page takes it', ({ calls }) => {
  expect(sources.some(({ text }) => calls.test(text))).toBe(true);
});

test('every location interface in use is declared in app.json', () => {
  const app = JSON.parse(readFileSync(join(root, 'miniprogram/app.json'), 'utf8')) as {
    requiredPrivateInfos: string[];
    __usePrivacyCheck__: boolean;
  };
  const location =
    /\.(chooseLocation|choosePoi|getLocation|getFuzzyLocation|onLocationChange|startLocationUpdate\w*|chooseAddress)\b/g;
  const called = sources.flatMap(({ text }) => [...text.matchAll(location)].map(([, name = '']) => name));
  expect([...new Set(called)].sort()).toEqual([...app.requiredPrivateInfos].sort());
  expect(app.__usePrivacyCheck__).toBe(true);
});
