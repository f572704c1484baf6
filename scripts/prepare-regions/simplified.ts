/** Traditional forms of the characters that occur in place names and addresses, from npm `opencc-js`. */
import { createRequire } from 'node:module';
import { join } from 'node:path';

/** Characters of addresses that are not in names. */
const addressWords =
  '省市县区乡镇村街道路巷号楼栋单元室层弄里园苑广场医院大学学校门车站东西南北中国地址收货人电话联系附近湾岛港台龙华桥开发技术经济新高岭';

interface OpenCC {
  Converter(options: { from: string; to: string }): (text: string) => string;
}

/** Pairs of a traditional character and its simplified form, for every character in `names`. */
export function simplifiedPairs(from: string, names: readonly string[]): string[] {
  const load = createRequire(join(from, 'package.json'));
  const { Converter } = load('opencc-js') as OpenCC;
  const converters = ['t', 'hk', 'tw'].map((variant) => Converter({ from: variant, to: 'cn' }));
  const needed = new Set([...names.join(''), ...addressWords]);
  const pairs: string[] = [];
  for (let code = 0x3400; code <= 0x9fff; code++) {
    const character = String.fromCharCode(code);
    const simple = converters.map((convert) => convert(character)).find((other) => other !== character);
    if (simple !== undefined && needed.has(simple) && !needed.has(character)) pairs.push(character + simple);
  }
  return pairs;
}
