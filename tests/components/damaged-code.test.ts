import { refuses } from './fixtures';
import { openPage } from './mount';

test.each(['%', '%E4%', 'damaged', ''])(
  'a code that says %p is refused by the service, and leads home',
  async (scene) => {
    const phone = await openPage('pages/arrive/arrive', {
      functions: { 'share.open': refuses('code-unreadable', '这个码认不出来。', 'never') },
    });
    // WeChat gives the page what the code holds, and the preview opens no address that is damaged so.
    phone.run(`getCurrentPages()[0].onLoad({ scene: ${JSON.stringify(scene)} })`);
    await phone.settle();
    expect(phone.calls.at(-1)).toEqual({ name: 'share.open', input: { scene } });
    expect(phone.has('这个码认不出来。')).toBe(true);
    expect(phone.has('去首页看看')).toBe(true);
  },
);
