import { storageKey } from '../session';
import { ApiFailure, calls } from './registry';

/** WeChat allows 1 MB a value and 10 MB in all. */
const limitKilobytes = 10_240;
const maximumValueBytes = 1024 * 1024;

type KeyOptions = { key: string };
type ValueOptions = { key: string; data: unknown };

export const storage = {
  ...calls({
    getStorage({ key }: KeyOptions) {
      if (localStorage.getItem(storageKey(key)) === null) throw new ApiFailure('data not found');
      return { data: read(key) };
    },
    setStorage: ({ key, data }: ValueOptions) => write(key, data),
    removeStorage: ({ key }: KeyOptions) => localStorage.removeItem(storageKey(key)),
    clearStorage: () => clear(),
    getStorageInfo: () => info(),
    batchGetStorage: ({ keyList }: { keyList: string[] }) => ({ dataList: keyList.map(read) }),
    batchSetStorage: ({ kvList }: { kvList: { key: string; value: unknown }[] }) =>
      kvList.forEach(({ key, value }) => write(key, value)),
  }),
  getStorageSync: (key: string) => read(key),
  setStorageSync: (key: string, data: unknown) => write(key, data),
  removeStorageSync: (key: string) => localStorage.removeItem(storageKey(key)),
  clearStorageSync: () => clear(),
  getStorageInfoSync: () => info(),
  batchGetStorageSync: (keys: string[]) => keys.map(read),
  batchSetStorageSync: (pairs: { key: string; value: unknown }[]) =>
    pairs.forEach(({ key, value }) => write(key, value)),
};

function read(key: string): unknown {
  const text = localStorage.getItem(storageKey(key));
  return text === null ? '' : ((JSON.parse(text) as { value?: unknown }).value ?? '');
}

function write(key: string, value: unknown): void {
  const text = JSON.stringify({ value });
  // A character takes at most three bytes, so most values need no exact count.
  if (text.length * 3 > maximumValueBytes && new Blob([text]).size > maximumValueBytes)
    throw new ApiFailure('exceed storage item max length');
  const before = localStorage.getItem(storageKey(key))?.length ?? 0;
  if (charactersStored() - before + text.length > limitKilobytes * 1024)
    throw new ApiFailure('exceed storage max size');
  localStorage.setItem(storageKey(key), text);
}

function clear(): void {
  for (const key of ownKeys()) localStorage.removeItem(storageKey(key));
}

function info(): { keys: string[]; currentSize: number; limitSize: number } {
  return { keys: ownKeys(), currentSize: Math.ceil(charactersStored() / 1024), limitSize: limitKilobytes };
}

function charactersStored(): number {
  return ownKeys().reduce((sum, key) => sum + (localStorage.getItem(storageKey(key)) ?? '').length, 0);
}

function ownKeys(): string[] {
  const prefix = storageKey('');
  return Object.keys(localStorage)
    .filter((key) => key.startsWith(prefix))
    .map((key) => key.slice(prefix.length));
}
