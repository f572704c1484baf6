import { wechatCloud } from './wechat-cloud';

/**
 * Asks the contact function, in the name of the owner, to end the contacts of a post that was just closed. Never
 * throws, because that function's sweep does within a minute what fails now.
 * @returns whether it answered
 */
export async function settleContacts(postId: string): Promise<boolean> {
  try {
    const cloud = await wechatCloud();
    await cloud.callFunction({ name: 'contact', data: { call: 'settle', input: { postId } } });
    return true;
  } catch {
    return false;
  }
}
