const key = 'contacts.used';
/** More than anybody has at a time; older contacts have ended. */
const keptCount = 50;

/** Remembers that this phone dialled or copied the contact's number. */
export function noteUsed(contactId: string): void {
  const others = used().filter((id) => id !== contactId);
  wx.setStorageSync(key, [contactId, ...others].slice(0, keptCount));
}

export const isUsed = (contactId: string): boolean => used().includes(contactId);

function used(): string[] {
  const stored: string[] | '' = wx.getStorageSync(key);
  return stored === '' ? [] : stored;
}
