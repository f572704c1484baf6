import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { carriedFont } from './carried-fonts';
import { CompileError } from './diagnostics';
import { createSourceTree } from './source-tree';
import { compileStyle } from './stylesheet';

const root = mkdtempSync(join(tmpdir(), 'preview-styles-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const compile = (files: Record<string, string>, scope = '') => {
  for (const [name, text] of Object.entries(files)) writeFileSync(join(root, name), text);
  return compileStyle(join(root, 'a.wxss'), {
    tree: createSourceTree(root, []),
    scope,
    hostPath: 'components/a/a',
    report: () => undefined,
    assetUrl: (file) => `/files/${basename(file)}`,
    carriedFont,
  });
};

test.each([
  ['.a{width:750rpx}', '.a{width:100vw}'],
  ['.a{margin:-.75rpx 15rpx}', '.a{margin:-0.1vw 2vw}'],
  ['.a{height:50vh}', '.a{height:calc(50 * var(--page-vh, 1vh))}'],
  ['page,view .b>text{color:red}', 'wx-page,wx-view .b>wx-text{color:red}'],
  ['@media (min-width:375rpx){.a{top:0}}', '@media (min-width:50vw){.a{top:0}}'],
  ['@keyframes turn{from{top:0}to{top:75rpx}}', '@keyframes turn{from{top:0}to{top:10vw}}'],
])('%s becomes %s', (source, expected) => {
  expect(compile({ 'a.wxss': source }).css).toBe(expected);
});

test('classes of a component carry its scope, tags and keyframe steps do not', () => {
  const { css } = compile({ 'a.wxss': '.a .b:not(.c)::after{top:0}@keyframes k{50%{top:1px}}' }, 'c7');
  expect(css).toBe('.c7--a .c7--b:not(.c7--c)::after{top:0}@keyframes k{50%{top:1px}}');
});

test(':host is kept apart, with the path that its element carries', () => {
  const { css, host } = compile({ 'a.wxss': ':host{display:block}.a{top:0}' });
  expect(host).toBe('[wx-is="components/a/a"]{display:block}');
  expect(css).toBe('.a{top:0}');
});

test('imports are inlined, even without a suffix or in a circle', () => {
  const files = {
    'a.wxss': '@import "./b";.a{top:0}',
    'b.wxss': "@import './a.wxss';.b{top:1px}",
  };
  const { css, dependencies } = compile(files);
  expect(css).toContain('.b{top:1px}');
  expect(css.indexOf('.b{')).toBeLessThan(css.lastIndexOf('.a{top:0}'));
  expect(dependencies.map((file) => basename(file)).sort()).toEqual(['a.wxss', 'b.wxss']);
});

test('mistakes name the file, the line and the column', () => {
  const problemOf = (source: string) => {
    try {
      compile({ 'a.wxss': source });
    } catch (error) {
      return error instanceof CompileError ? error.message : error;
    }
    return undefined;
  };
  expect(problemOf('.a{\n  color: red;\n')).toBe('a.wxss:1:1 Unclosed block');
});

test('icons of another version of a font get the numbers of the font that is carried along', () => {
  const font = '@font-face{src:url(https://tdesign.gtimg.com/icon/0.3.2/fonts/t.woff)}';
  const icons = ".t-icon-add:before{content:'\\E123'}.t-icon-no-longer-there:before{content:'\\E001'}";
  const { css } = compile({ 'a.wxss': font + icons }, 'c1');
  expect(css).toContain(".c1--t-icon-add:before{content:'\\E00D'}");
  expect(css).toContain(".c1--t-icon-no-longer-there:before{content:''}");
});
