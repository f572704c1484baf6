import type { CatalogueItem } from '../contract/campaign';
import type { PostBody } from '../contract/post-body';

/** How many courses of medicine a post contains, all items and portions together. */
export function coursesOf({ items, portions }: PostBody, catalogue: readonly CatalogueItem[]): number {
  const ofPortion = items.reduce((sum, { code, unit, quantity }) => {
    const listed = catalogue.find((item) => item.code === code)?.units.find((each) => each.unit === unit);
    return sum + (listed ? quantity / listed.needMaximum : 0);
  }, 0);
  return ofPortion * (portions?.total ?? 1);
}
