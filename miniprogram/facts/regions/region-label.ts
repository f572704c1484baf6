import { ancestorsOf, isSpoken, regionAt } from './region-tree';

/**
 * The full name as an address begins, 湖南省长沙市岳麓区. A name is written once (北京市朝阳区, 甘肃省嘉峪关市), and levels that exist in the
 * code only (省直辖县, 郊县) are omitted (湖北省仙桃市). Empty for an unknown code.
 */
export function regionLabel(adcode: string): string {
  const region = regionAt(adcode);
  if (region === undefined) return '';
  const path = [...ancestorsOf(adcode).reverse(), region];
  return [...new Set(path.filter(isSpoken).map(({ name }) => name))].join('');
}
