import type { VariableName } from './variables';

/** One cloud function as the cloud must have it. Its code is built from `cloudfunctions/<name>/`. */
export interface CloudFunction {
  name: string;
  timeoutSeconds: number;
  memoryMb: number;
  variables: VariableName[];
  /** WeChat interfaces that the function calls through `cloud.openapi`. */
  openApis: string[];
  /** At most one, says the platform's documentation. `cron`: second minute hour day month weekday year, in UTC+8. */
  timers: { name: string; cron: string }[];
}

export const functions: CloudFunction[] = [
  {
    name: 'search',
    timeoutSeconds: 10,
    memoryMb: 256,
    variables: ['CAMPAIGN', 'URL_LINK'],
    openApis: [],
    timers: [],
  },
  {
    name: 'posts',
    timeoutSeconds: 10,
    memoryMb: 256,
    variables: ['MODERATION_KEY'],
    openApis: ['security.msgSecCheck'],
    timers: [{ name: 'expire-posts', cron: '0 */5 * * * * *' }],
  },
  {
    name: 'identity',
    timeoutSeconds: 20,
    memoryMb: 256,
    variables: [
      'ID_HASH_KEY',
      'PHONE_KEY_V1',
      'TENCENT_SECRET_ID',
      'TENCENT_SECRET_KEY',
      'FACEID_PROXY_ORIGIN',
    ],
    openApis: ['phonenumber.getPhoneNumber'],
    timers: [{ name: 'forget', cron: '0 */10 * * * * *' }],
  },
  {
    name: 'contact',
    timeoutSeconds: 25,
    memoryMb: 256,
    variables: [
      'PHONE_KEY_V1',
      'ALIYUN_ACCESS_KEY_ID',
      'ALIYUN_ACCESS_KEY_SECRET',
      'DYPLS_ENDPOINT',
      'DYPLS_POOL_KEY',
      'MASKED_NUMBER_MODE',
      'MODERATION_KEY',
    ],
    openApis: [],
    timers: [{ name: 'sweep-contacts', cron: '0 * * * * * *' }],
  },
  {
    name: 'moderation',
    timeoutSeconds: 25,
    memoryMb: 256,
    variables: ['MODERATION_KEY'],
    openApis: ['security.msgSecCheck', 'security.mediaCheckAsync'],
    timers: [{ name: 'moderate', cron: '0 * * * * * *' }],
  },
  {
    name: 'share',
    timeoutSeconds: 10,
    memoryMb: 256,
    variables: ['URL_LINK'],
    openApis: ['wxacode.getUnlimited', 'urllink.generate', 'security.msgSecCheck'],
    timers: [],
  },
  {
    name: 'news',
    timeoutSeconds: 25,
    memoryMb: 256,
    variables: ['MODERATION_KEY', 'MESSAGE_CONTACT', 'MESSAGE_MATCH', 'MESSAGE_RESULT'],
    openApis: ['subscribeMessage.send'],
    timers: [{ name: 'send-news', cron: '0 * * * * * *' }],
  },
];
