import { createFaults, DroppedConnection, parseFault } from './faults';

describe('faults on demand', () => {
  test('an error affects the named action only', async () => {
    const faults = createFaults();
    faults.add({ action: 'database.getDocument', kind: 'error', code: 'DATABASE_REQUEST_FAILED' });
    await expect(faults.strike({ action: 'database.insertDocument' })).resolves.toBeUndefined();
    await expect(faults.strike({ action: 'database.getDocument' })).rejects.toMatchObject({
      code: 'DATABASE_REQUEST_FAILED',
    });
  });

  test("a function name narrows an action to that function's own requests", async () => {
    const faults = createFaults();
    faults.add({ action: 'database.getDocument', functionName: 'search', kind: 'drop' });
    await expect(
      faults.strike({ action: 'database.getDocument', functionName: 'posts' }),
    ).resolves.toBeUndefined();
    await expect(faults.strike({ action: 'database.getDocument', functionName: 'search' })).rejects.toThrow(
      DroppedConnection,
    );
  });

  test("a function name alone affects invocations, not the function's own requests", async () => {
    const faults = createFaults();
    faults.add({ functionName: 'search', kind: 'drop' });
    await expect(
      faults.strike({ action: 'database.getDocument', functionName: 'search' }),
    ).resolves.toBeUndefined();
    await expect(faults.strike({ functionName: 'search' })).rejects.toThrow(DroppedConnection);
  });

  test('a fault occurs as often as requested', async () => {
    const faults = createFaults();
    faults.add({ functionName: 'search', kind: 'error', times: 2 });
    await expect(faults.strike({ functionName: 'search' })).rejects.toThrow();
    expect(faults.list()).toEqual([{ functionName: 'search', kind: 'error', times: 1 }]);
    await expect(faults.strike({ functionName: 'search' })).rejects.toThrow();
    await expect(faults.strike({ functionName: 'search' })).resolves.toBeUndefined();
  });

  test('adding a fault returns a function that removes it', async () => {
    const faults = createFaults();
    const remove = faults.add({ kind: 'error' });
    remove();
    await expect(faults.strike({ functionName: 'any' })).resolves.toBeUndefined();
  });

  test.each([
    [null],
    [{}],
    [{ kind: 'explode' }],
    [{ kind: 'delay', ms: 'soon' }],
    [{ kind: 'drop', action: 1 }],
    [{ kind: 'drop', times: -1 }],
  ])('%j is not a fault', (value) => {
    expect(() => parseFault(value)).toThrow(TypeError);
  });
});
