import { storageKey } from '../session';
import { ApiFailure } from './api-failure';
import { refuse } from './refuse';
import { calls, failure } from './registry';
import { limitKilobytes, sizeOf, storageRefusal } from './storage-limits';

type KeyOptions = { key: string };
type ValueOptions = { key: string; data: unknown };
type Pairs = { key: string; value: unknown }[];

export const storage = {
  ...calls({
    getStorage({ key }: KeyOptions) {
      if (localStorage.getItem(storageKey(key)) === null) throw new ApiFailure('data not found');
      return { data: read(key) };
    },
    setStorage: ({ key, data }: ValueOptions) => write('setStorage', key, data),
    removeStorage: ({ key }: KeyOptions) => localStorage.removeItem(storageKey(key)),
    clearStorage: () => clear(),
    getStorageInfo: () => info(),
    batchGetStorage: ({ keyList }: { keyList: string[] }) => ({ dataList: keyList.map(read) }),
    batchSetStorage: ({ kvList }: { kvList: Pairs }) => writeAll('batchSetStorage', kvList),
  }),
  getStorageSync: (key: string) => read(key),
  setStorageSync: (key: string, data: unknown) => atOnce('setStorageSync', [{ key, value: data }]),
  removeStorageSync: (key: string) => localStorage.removeItem(storageKey(key)),
  clearStorageSync: () => clear(),
  getStorageInfoSync: () => info(),
  batchGetStorageSync: (keys: string[]) => keys.map(read),
  batchSetStorageSync: (pairs: Pairs) => atOnce('batchSetStorageSync', pairs),
};

function read(key: string): unknown {
  const text = localStorage.getItem(storageKey(key));
  return text === null ? '' : ((JSON.parse(text) as { value?: unknown }).value ?? '');
}

/** A call that answers at once throws what another one would answer. */
function atOnce(name: string, pairs: Pairs): void {
  try {
    writeAll(name, pairs);
  } catch (error) {
    throw failure(name, error);
  }
}

function writeAll(name: string, pairs: Pairs): void {
  for (const { key, value } of pairs) write(name, key, value);
}

function write(name: string, key: string, value: unknown): void {
  const others = ownKeys().filter((other) => other !== key);
  const reason = storageRefusal(sizeOf(key, value), stored(others));
  if (reason !== undefined) refuse(name, reason);
  try {
    localStorage.setItem(storageKey(key), JSON.stringify({ value }));
  } catch (error) {
    // The browser itself may keep less than a phone.
    if (error instanceof DOMException && error.name === 'QuotaExceededError')
      throw new ApiFailure(':quota reached');
    throw error;
  }
}

function clear(): void {
  for (const key of ownKeys()) localStorage.removeItem(storageKey(key));
}

function info(): { keys: string[]; currentSize: number; limitSize: number } {
  const keys = ownKeys();
  return { keys, currentSize: Math.ceil(stored(keys) / 1024), limitSize: limitKilobytes };
}

/** The size of what some keys hold; of texts a little more than WeChat counts, because they are kept as JSON. */
function stored(keys: readonly string[]): number {
  const wrapping = JSON.stringify({ value: 0 }).length - 1;
  const lengths = keys.map((key) => key.length + (localStorage.getItem(storageKey(key)) ?? '').length);
  return lengths.reduce((sum, length) => sum + length - wrapping, 0);
}

function ownKeys(): string[] {
  const prefix = storageKey('');
  return Object.keys(localStorage)
    .filter((key) => key.startsWith(prefix))
    .map((key) => key.slice(prefix.length));
}
