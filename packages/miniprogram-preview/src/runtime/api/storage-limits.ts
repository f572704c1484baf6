/** WeChat allows 1 MB a key and 10 MB in all. */
export const limitKilobytes = 10_240;
const maximumItem = 1024 * 1024;

/** What a key and its value take: WeChat on Android counts characters, of a value that is no text those of its JSON. */
export function sizeOf(key: string, value: unknown): number {
  return key.length + (typeof value === 'string' ? value : (JSON.stringify(value) ?? '')).length;
}

/**
 * Why a phone does not store a value, in its own words; undefined when it does.
 *
 * @param size of the key with its new value
 * @param others the size of all other keys with their values
 */
export function storageRefusal(size: number, others: number): string | undefined {
  if (size > maximumItem) return ':entry size limit reached';
  if (others + size >= limitKilobytes * 1024) return ':quota reached';
  return undefined;
}
