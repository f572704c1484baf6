import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { keepUsedIcons } from './keep-used-icons';

test('icons named by a template, a presenter or a component of the library stay, and so do all other styles', () => {
  const program = mkdtempSync(join(tmpdir(), 'icons-'));
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(program, path)), { recursive: true });
    writeFileSync(join(program, path), text);
  };
  const library = 'node_modules/tdesign-miniprogram/miniprogram_dist';
  const icon = (name: string) => `.t-icon-${name}:before{content:'\\E001';}`;
  const names = ['call', 'call-filled', 'check-circle', 'close-circle-filled', 'wry-smile'];
  write(`${library}/icon/icon.wxss`, ['.t-icon{font-family:t;}', ...names.map(icon)].join('\n'));
  write(`${library}/search/search.wxml`, '<t-icon name="close-circle-filled" />');
  write('pages/home/home.wxml', `<t-icon name="{{open ? 'call-filled' : 'call'}}" />`);
  write('presenters/state.ts', `export const state = { icon: 'check-circle' };`);
  write('presenters/state.test.ts', `const unused = 'wry-smile';`);
  try {
    keepUsedIcons(program);
    expect(readFileSync(join(program, library, 'icon/icon.wxss'), 'utf8').split('\n')).toEqual([
      '.t-icon{font-family:t;}',
      ...names.slice(0, 4).map(icon),
    ]);
  } finally {
    rmSync(program, { recursive: true, force: true });
  }
});
