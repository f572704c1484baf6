import { answers } from './fixtures';
import { openPage } from './mount';

const nearby = answers({ posts: [], names: {}, nextCursor: null, campaignVersion: 'of a test', nowMs: 0 });
const opened = (query: string) =>
  openPage(`pages/boards/boards${encodeURIComponent(query)}`, { functions: { 'search.nearby': nearby } });

test('a board that was shared to Moments opens at its district', async () => {
  const phone = await opened('?at=430104&board=need');
  expect(phone.calls).toContainEqual({
    name: 'search.nearby',
    input: expect.objectContaining({ board: 'need', place: expect.objectContaining({ adcode: '430104' }) }),
  });
  const shared = phone.run(`getCurrentPages().at(-1).onShareTimeline()`);
  expect(shared).toEqual({ title: '看看岳麓区谁有药、谁缺药', query: 'at=430104&board=need' });
});

test.each(['', '?at=999999&board=need', '?at=%3Cscript%3E'])(
  'with %p the reader chooses a place',
  async (query) => {
    const phone = await opened(query);
    expect(phone.has('选择地区')).toBe(true);
    expect(phone.calls.filter(({ name }) => name === 'search.nearby')).toEqual([]);
  },
);
