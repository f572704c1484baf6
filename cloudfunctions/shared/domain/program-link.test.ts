import { isLinkFresh, isLinkUsable, newLink } from './program-link';

const dayMs = 86_400_000;
const link = newLink('release', 'https://wxaurl.cn/abc', 0);

test.each([
  { day: 0, fresh: true, usable: true },
  { day: 9, fresh: true, usable: true },
  { day: 10, fresh: false, usable: true },
  { day: 29, fresh: false, usable: true },
  { day: 30, fresh: false, usable: false },
])('after $day days a link is fresh: $fresh, usable: $usable', ({ day, fresh, usable }) => {
  expect(isLinkFresh(link, day * dayMs)).toBe(fresh);
  expect(isLinkUsable(link, day * dayMs)).toBe(usable);
});
