import { refuses } from './fixtures';
import { openPage } from './mount';

test.each(['%25', '%25E4%25', 'damaged', ''])(
  'a code that says %p is refused by the service, and leads home',
  async (scene) => {
    const phone = await openPage(encodeURIComponent(`pages/arrive/arrive?scene=${scene}`), {
      functions: { 'share.open': refuses('code-unreadable', '这个码认不出来。', 'never') },
    });
    expect(phone.has('这个码认不出来。')).toBe(true);
    expect(phone.has('去首页看看')).toBe(true);
  },
);
