import { z } from 'zod';
import type { LinkDocument } from '../contract/link-document';
import { linkDays } from '../domain/program-link';
import { wechatCloud, type WechatCloud } from './wechat-cloud';

/** The page that every link opens. WeChat refuses it until a released version has it. */
const path = 'pages/arrive/arrive';

/** WeChat's answer to a request for a link. */
export type LinkAnswer = { kind: 'link'; url: string } | { kind: 'none'; errCode: number };

const Url = z.string().regex(/^https?:\/\/\S+$/);
const Answer = z.union([
  z.object({ urlLink: Url }).transform(({ urlLink }) => urlLink),
  z.object({ url_link: Url }).transform((answer) => answer.url_link),
]);

/**
 * A link that opens the program's page `arrive`, for any number of people. A program may make 500,000 a day, and only one whose
 * subject is no single person.
 * https://developers.weixin.qq.com/miniprogram/dev/framework/open-ability/url-link.html
 */
export async function makeLink(version: LinkDocument['_id']): Promise<LinkAnswer> {
  try {
    const request = { path, envVersion: version, isExpire: true, expireType: 1, expireInterval: linkDays };
    return { kind: 'link', url: Answer.parse(await api(await wechatCloud()).generate(request)) };
  } catch (error) {
    return { kind: 'none', errCode: Number((error as { errCode?: unknown }).errCode ?? 0) };
  }
}

/** The SDK resolves the names of WeChat's server APIs at run time, so its types do not list them. */
function api({ openapi }: WechatCloud): { generate(request: object): Promise<unknown> } {
  return openapi.urllink as ReturnType<typeof api>;
}
