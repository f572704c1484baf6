import { mount } from './mount';

test('a picture without words is not drawn', async () => {
  const phone = await mount('<share-picture id="shared" words="{{words}}" />', { data: { words: null } });
  expect(phone.text()).toBe('');
  expect(phone.problems).toEqual([]);
});
