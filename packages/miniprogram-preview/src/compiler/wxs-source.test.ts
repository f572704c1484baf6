import { wxsRequires, wxsToScript } from './wxs-source';

/** Runs compiled WXS as the template runtime does; its `getRegExp` returns the pattern it received. */
const run = (source: string): unknown => {
  const module = { exports: {} as unknown };
  const body = new Function('module', 'getRegExp', '__wxsModule', wxsToScript(source));
  body(
    module,
    (pattern: string) => new RegExp(pattern),
    () => undefined,
  );
  return module.exports;
};

test.each([
  ['\\d+', 'a digit, written with one backslash'],
  ['\\\\d+', 'a digit, written with two'],
])('the pattern %s becomes %s', (pattern) => {
  const matches = run(`module.exports = getRegExp('${pattern}').test('7')`);
  expect(matches).toBe(true);
});

test("a value's constructor is the name of its type", () => {
  expect(wxsToScript("a.constructor === 'Array'")).toContain("a.__wxsTypeName === 'Array'");
});

test('requires drop the suffix in the script and keep it in the list', () => {
  const source = 'var a = require("./a.wxs"); var b = require(\'/b.wxs\')';
  expect(wxsToScript(source)).toContain('require("./a")');
  expect(wxsRequires(source)).toEqual(['./a.wxs', '/b.wxs']);
});
