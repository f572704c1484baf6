import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { causeOfCode } from '../../cloudfunctions/shared/kernel/overload';

test('docs/deploy.md lists each code of the platform with what a call answers', () => {
  const page = readFileSync(join(__dirname, '../../docs/deploy.md'), 'utf8');
  const rows = page.matchAll(/^\| `(busy|internal)` *([\w-]*) *\| (.+) \|$/gm);
  const listed = [...rows].flatMap(([, answer, cause, codes]) =>
    [...(codes ?? '').matchAll(/`(\w+)`/g)].map(([, code = '']) => [code, answer === 'busy' ? cause : null]),
  );
  expect(Object.fromEntries(listed)).toEqual(causeOfCode);
});
