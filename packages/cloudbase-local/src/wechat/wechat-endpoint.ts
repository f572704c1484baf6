import type { ServerResponse } from 'node:http';
import type { Handler } from '../http/server';
import { createPhoneEndpoint, RefusedRequest } from '../http/phone-endpoint';

export interface WechatEndpointOptions {
  openEvents(openid: string, response: ServerResponse): void;
  issuePhoneCode(openid: string): string;
  issuePhoneCloudId(openid: string): string;
  acceptMessages(openid: string, templateIds: readonly string[]): void;
}

/**
 * Answers the app WeChat on a phone of the preview in place of WeChat's servers.
 * - `GET /wechat/events?person=`: server-sent events `message` (ServiceMessage).
 * - `POST /wechat/phone-code` `{person}` → `{code, cloudID}`, which `<button open-type="getPhoneNumber">` gives its
 * page.
 * - `POST /wechat/accept-messages` `{person, templateIds}` → `{}`, after `wx.requestSubscribeMessage`.
 */
export function createWechatEndpoint(options: WechatEndpointOptions): Handler {
  const { openEvents, issuePhoneCode, issuePhoneCloudId, acceptMessages } = options;
  return createPhoneEndpoint('/wechat', {
    get: { events: (openid, _fields, response) => openEvents(openid, response) },
    post: {
      'phone-code': (openid) => ({ code: issuePhoneCode(openid), cloudID: issuePhoneCloudId(openid) }),
      'accept-messages': (openid, { templateIds }) => {
        if (!Array.isArray(templateIds) || !templateIds.every((each) => typeof each === 'string'))
          throw new RefusedRequest(400, 'templateIds must be texts');
        acceptMessages(openid, templateIds);
        return {};
      },
    },
  });
}
