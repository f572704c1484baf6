/** 128 random bits as 32 hexadecimal digits: a name that is unguessable and unique. */
export async function newName(): Promise<string> {
  const { randomValues } = await wx.getRandomValues({ length: 16 });
  return Array.from(new Uint8Array(randomValues), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
