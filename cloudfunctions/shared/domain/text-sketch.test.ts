import { bandsOf, likeFrom, likeness, sketchOf } from './text-sketch';

const offer = '家里有多余的布洛芬和退烧贴，可以分给附近发烧的老人和孩子，先到先得，需要的请联系我';

test.each([
  ['家里有多余的布洛芬和退烧贴,可以分给附近发烧的老人和孩子 先到先得 需要的请联系我!!', true],
  ['家裡有多餘的布洛芬和退燒貼，可以分給附近發燒的老人和孩子，先到先得，需要的請聯繫我', true],
  ['😷家里有多余的布洛芬和退烧贴，可以分给附近发烧的老人和孩子，先到先得，需要的联系我😷', true],
  ['孩子两岁，烧到39.4度，家里没有美林，附近的好心人能不能匀一瓶', false],
  ['老人咳嗽厉害，想要一点止咳药，谢谢好心人，祝平安', false],
])('"%s" is nearly the same: %p', (other, expected) => {
  const [one, two] = [sketchOf(offer), sketchOf(other)];
  expect(likeness(one, two) >= likeFrom).toBe(expected);
  if (expected) expect(bandsOf(one).some((band) => bandsOf(two).includes(band))).toBe(true);
});

test('a text that is too short to compare has no sketch and resembles nothing', () => {
  expect(sketchOf('求布洛芬')).toEqual([]);
  expect(likeness([], [])).toBe(0);
  expect(bandsOf([])).toEqual([]);
});
