import type { Group } from '../../cloudfunctions/shared/contract/board';
import type { PostDocument } from '../../cloudfunctions/shared/contract/documents';
import { emptyBody } from '../../cloudfunctions/shared/contract/post-body';
import { newPost } from '../../cloudfunctions/shared/domain/new-post';
import { createRandom, type Random } from '../../local/seed/random';
import { drawMedicine } from './medicines';
import { createPlaces } from './places';

/** The moment of every benchmark, milliseconds: the posts were written in the two days before it. */
export const NOW_MS = Date.parse('2022-12-20T20:00:00+08:00');

/** Every post begins with as many. */
export const PORTIONS = 5;

const HOUR_MS = 3_600_000;

/** One post in a thousand is for this group; no index knows it. */
export const RARE_GROUP: Group = 'pregnant';

/**
 * The posts of a benchmark: documents as the product stores them, about 850 bytes, always the same ones.
 * Four needs for every spare, nine in ten of them open, half of them in large cities. Each names one medicine, so that the
 * peers need one table and no join.
 */
export function* benchPosts(count: number): Generator<PostDocument, void, void> {
  const random = createRandom(26_000);
  const places = createPlaces();
  for (let index = 0; index < count; index += 1) yield post(postId(index), random, places.writer(random));
}

/** The id of the post with this number: 32 hexadecimal digits in no order, as the product's own are. */
export function postId(index: number): string {
  return [0, 1, 2, 3].map((word) => mixed(index + word * 0x9e3779b9)).join('');
}

/** MurmurHash3's finalizer: another number for every number. */
function mixed(number: number): string {
  let bits = number | 0;
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return ((bits ^ (bits >>> 16)) >>> 0).toString(16).padStart(8, '0');
}

function post(
  id: string,
  random: Random,
  home: ReturnType<ReturnType<typeof createPlaces>['writer']>,
): PostDocument {
  const board = random.chance(0.8) ? 'need' : 'spare';
  const open = random.chance(0.9);
  const code = drawMedicine(random);
  const groups = drawGroups(random);
  const publishedAtMs = NOW_MS - random.below(40 * HOUR_MS) - HOUR_MS;
  const post = newPost({
    id,
    board,
    owner: { id: random.hexId(), maskedName: `${random.pick(FAMILY_NAMES)}*` },
    body: {
      ...emptyBody,
      items: [{ code, quantity: random.between(1, 6), unit: '粒' }],
      portions: { total: PORTIONS, left: PORTIONS },
      beneficiary: random.chance(0.3) ? 'elsewhere' : 'self',
      groups,
      note: [0, 1, 2].map(() => random.pick(SENTENCES)).join(' '),
    },
    publicPoint: home.point,
    region: { adcode: home.districtCode, label: home.regionLabel },
    publishedAtMs,
    expiresAtMs: publishedAtMs + 48 * HOUR_MS,
  });
  return open ? post : { ...post, status: 'fulfilled', closedAtMs: NOW_MS };
}

function drawGroups(random: Random): Group[] {
  const chance = random.unit();
  if (chance < 0.001) return [RARE_GROUP];
  if (chance < 0.12) return ['elderly'];
  if (chance < 0.2) return ['child'];
  return chance < 0.25 ? ['infant', 'chronic'] : [];
}

const FAMILY_NAMES = [...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗'];

/** What people wrote in December 2022. */
const SENTENCES = [
  '老人和自己全部病倒,没有退烧药,咳嗽厉害,附近的好心人有没有多余的药物',
  '家里什么药都没有,现在咳嗽发烧,急需用药,感谢好心人',
  '女朋友发烧了,想及时测一下是不是阳性,求抗原1支',
  '72岁腹透患者阳了,头痛眼睛痛浑身痛',
  '50天宝宝在北京手术,高烧40度急需泰诺林,医院也没有',
  '单亲爸爸带着7岁女儿和两位70岁老人,老人都阳了',
  '24号要考研,仅剩的三粒药上次救助别人了,买的药还没到',
  '我需要布洛芬4颗、抗原2支',
];
