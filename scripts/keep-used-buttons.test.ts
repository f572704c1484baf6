import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { keepUsedButtons } from './keep-used-buttons';

test('rules of looks that a button of the program may have stay, and so do all other styles', () => {
  const program = mkdtempSync(join(tmpdir(), 'buttons-'));
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(program, path)), { recursive: true });
    writeFileSync(join(program, path), text);
  };
  const styles = 'node_modules/tdesign-miniprogram/miniprogram_dist/button/button.wxss';
  const kept = [
    `@import '../common/style/index.wxss';`,
    '.t-button{color:red;}',
    '.t-button--size-large{height:1rpx;}',
    '.t-button--primary.t-button--outline{color:red;}',
    '.t-button--ghost,.t-button--danger{color:red;}',
    '.t-button--hover{color:red;}',
  ];
  const dropped = [
    '.t-button--size-small{height:1rpx;}',
    '.t-button--primary.t-button--ghost.t-button--hover{color:red;}',
    '.t-button--round.t-button--size-large{border-radius:1rpx;}',
  ];
  write(styles, [...kept, ...dropped].join('\n'));
  write(
    'pages/home/home.wxml',
    `<t-button theme="{{ends ? 'danger' : 'primary'}}"\n  variant="outline" size="large">去</t-button>`,
  );
  write('pages/home/other.wxml', '<view class="ghost round" />');
  try {
    keepUsedButtons(program);
    expect(readFileSync(join(program, styles), 'utf8').split('\n')).toEqual(kept);
  } finally {
    rmSync(program, { recursive: true, force: true });
  }
});
