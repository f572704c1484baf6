/**
 * Open data by cloud id: data that the phone vouches for, such as its number, and that the page never sees.
 * https://developers.weixin.qq.com/miniprogram/dev/framework/open-ability/signature.html
 */

/** The data of a cloud id, such as `{phoneNumber}`; undefined when the id was never issued or has expired. */
export type OpenDataProvider = (cloudId: string) => Promise<unknown>;

export type OpenedCloudId =
  { cloudID: string; data: unknown } | { cloudID: string; errCode: number; errMsg: string };

const invalidCloudId = -601003;
/** The most fields of one call whose cloud ids are opened; further ones stay as they are. */
const maxOpenedFields = 5;

export async function openCloudId(provider: OpenDataProvider, cloudID: string): Promise<OpenedCloudId> {
  const data = await provider(cloudID);
  return data === undefined
    ? { cloudID, errCode: invalidCloudId, errMsg: 'cloudID is invalid or out of date' }
    : { cloudID, data };
}

/**
 * The `data` of a client's call, with the cloud ids in the named top-level fields opened.
 * @param eventJson a JSON object
 * @returns undefined when it is nested too deep to be written again
 */
export async function openCloudIdsIn(
  provider: OpenDataProvider,
  eventJson: string,
  fields: string[],
): Promise<string | undefined> {
  const event = JSON.parse(eventJson) as Record<string, unknown>;
  for (const field of fields.slice(0, maxOpenedFields)) {
    const cloudId = Object.hasOwn(event, field) ? event[field] : undefined;
    if (typeof cloudId === 'string') event[field] = await openCloudId(provider, cloudId);
  }
  try {
    return JSON.stringify(event);
  } catch (cause) {
    if (cause instanceof RangeError) return undefined;
    throw cause;
  }
}
