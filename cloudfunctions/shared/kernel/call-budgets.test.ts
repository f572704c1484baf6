import { campaign } from './campaign';
import { createCallBudgets } from './call-budgets';

const limit = campaign.limits.callsPerHour.search;

/** Counts the pages that a visitor at an address gets. */
function visitors(): (address: string, calls: number) => Promise<number> {
  const stored = new Map<string, number>();
  const add = async (id: string, calls: number): Promise<number> => {
    stored.set(id, (stored.get(id) ?? 0) + calls);
    return stored.get(id) ?? 0;
  };
  let at = '';
  const spend = createCallBudgets(
    'search',
    add,
    async () => null,
    () => at,
  );
  return async (address, calls) => {
    at = address;
    let served = 0;
    for (let i = 0; i < calls; i += 1)
      served += await spend('nearby', null, 0).then(
        () => 1,
        () => 0,
      );
    return served;
  };
}

test('the visitors behind one address have twenty budgets together, and those at another have their own', async () => {
  const read = visitors();
  expect(await read('2001:db8::1', 25 * limit)).toBe(20 * limit);
  expect(await read('2001:db8::2', limit)).toBe(limit);
});
