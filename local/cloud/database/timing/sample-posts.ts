/** Posts as like the real ones as timing needs: clustered on cities, about 850 bytes each, the same for the same seed. */
export function* samplePosts(count: number, seed: number): Generator<Record<string, unknown>> {
  const random = randomNumbers(seed);
  for (let i = 0; i < count; i++) {
    const [lng, lat] = samplePoint(random);
    const first = itemCode(random);
    const second = random() < 0.3 ? [itemCode(random)] : [];
    yield {
      _id: `post-${String(i).padStart(8, '0')}`,
      board: random() < 0.8 ? 'need' : 'spare',
      status: random() < 0.7 ? 'published' : 'fulfilled',
      itemCodes: [first, ...second],
      publicPoint: { type: 'Point', coordinates: [lng, lat] },
      createdAt: new Date(1_670_000_000_000 + i * 1000),
      items: [{ code: first, quantity: 1 + Math.floor(random() * 8), unit: '粒' }],
      groups: random() < 0.2 ? ['elderly'] : [],
      note: '老人和自己全部病倒,没有退烧药,咳嗽厉害,附近的好心人有没有多余的药物,感谢好心人。'.repeat(3),
      region: { province: '430000', city: '430100', district: '430102', name: '湖南省长沙市芙蓉区' },
      owner: `person-${Math.floor(random() * count)}`,
    };
  }
}

/** Medicine 0 is in every third post, the others ever rarer; `rare` in one of a thousand. */
function itemCode(random: () => number): string {
  if (random() < 0.001) return 'rare';
  return `item-${Math.floor(random() ** 2 * 30)}`;
}

export const CITIES: [lng: number, lat: number, weight: number][] = [
  [116.4, 39.9, 22],
  [121.47, 31.23, 25],
  [113.26, 23.13, 19],
  [114.06, 22.55, 18],
  [104.07, 30.57, 21],
  [106.55, 29.56, 20],
  [112.94, 28.23, 10],
  [114.3, 30.59, 13],
  [120.15, 30.28, 12],
  [108.94, 34.34, 13],
  [117.2, 39.13, 14],
  [113.62, 34.75, 12],
];

function samplePoint(random: () => number): [number, number] {
  // One in ten anywhere in China, the rest around a city.
  if (random() < 0.1) return [80 + random() * 50, 20 + random() * 28];
  let pick = random() * CITIES.reduce((sum, city) => sum + city[2], 0);
  const city = CITIES.find((candidate) => (pick -= candidate[2]) <= 0) ?? (CITIES[0] as (typeof CITIES)[0]);
  const reach = 0.25 * Math.sqrt(-2 * Math.log(1 - random()));
  const angle = random() * 2 * Math.PI;
  return [city[0] + reach * Math.cos(angle), city[1] + reach * Math.sin(angle) * 0.8];
}

/** Mulberry32: repeatable numbers in [0, 1). */
export function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
