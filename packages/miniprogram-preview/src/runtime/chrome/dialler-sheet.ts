import { showSheet } from './sheets';

/** Asks before a call, as WeChat does. Without a telephone network it says that no call is made. */
export async function confirmCall(number: string, hasNetwork: boolean): Promise<boolean> {
  const title = hasNetwork ? number : `${number}\n预览没有电话网络，不会真的拨出`;
  return (await showSheet({ items: ['呼叫'], title })) === 0;
}
