import { usualCampaign } from '../../../local/start/chosen-campaign';

/**
 * The environment variables of the cloud functions.
 * - `key`: made once by chance. Data is sealed or found with it, so that a lost one loses the data.
 * - `credential`: given by a provider; can be replaced at any time.
 * - `setting`: no secret. Deploying changes it.
 * - `local`: exists in the local cloud only.
 * - `mark`: says what an environment holds. Only deployments read it, and none changes it.
 */
export interface Variable {
  kind: 'key' | 'credential' | 'setting' | 'local' | 'mark';
  /** The purpose of the variable, shown where it is missing. */
  purpose: string;
  /** The required form in words, and a test of it. */
  form: { text: string; fits(value: string): boolean };
  /** The default value. */
  usual?: string;
  /** What would be lost if the value were replaced. */
  fixed?: string;
}

const randomBytes = {
  text: '32 random bytes in base64',
  fits: (value: string) => /^[A-Za-z0-9+/]{43}=$/.test(value),
};
const text = (least: number) => ({
  text: `at least ${least} letters, digits and signs without spaces`,
  fits: (value: string) => value.length >= least && /^[!-~]*$/.test(value),
});

/** A subscription template: the fields are of these kinds, in this order. */
const template = (kinds: readonly string[]) => ({
  text: `none, or the template's id, a colon and its keywords: <id>:${kinds.map((kind, at) => `${kind}${at + 1}`).join(',')}`,
  fits: (value: string) =>
    value === 'none' || new RegExp(`^[\\w-]+:${kinds.map((kind) => `${kind}\\d+`).join(',')}$`).test(value),
});

export const variables = {
  ID_HASH_KEY: {
    kind: 'key',
    purpose: 'one person, one hash: recognises a person who comes again',
    form: randomBytes,
    fixed: 'everybody who is verified would be forgotten',
  },
  PHONE_KEY_V1: {
    kind: 'key',
    purpose: 'seals the phone numbers',
    form: randomBytes,
    fixed: 'phones sealed with it could not be opened. Set PHONE_KEY_V2: new phones are sealed with it',
  },
  MODERATION_KEY: {
    kind: 'key',
    purpose: 'hashes what reviews, reports and contacts know of people',
    form: randomBytes,
    fixed: 'everybody could report the same posts again, and volunteers decide the same item twice',
  },
  CAMPAIGN: {
    kind: 'mark',
    purpose: 'the campaign of the posts that the environment holds',
    form: {
      text: "the name of a campaign's folder",
      fits: (value) => /^[a-z][a-z0-9-]*$/.test(value),
    },
    usual: usualCampaign,
    fixed: 'choose another environment with --env, because the posts of one environment are of one campaign',
  },
  TENCENT_SECRET_ID: { kind: 'credential', purpose: 'FaceID, which checks names', form: text(16) },
  TENCENT_SECRET_KEY: { kind: 'credential', purpose: 'FaceID, which checks names', form: text(16) },
  FACEID_PROXY_ORIGIN: {
    kind: 'local',
    purpose: 'directs the FaceID SDK to a port of this machine',
    form: text(0),
  },
  ALIYUN_ACCESS_KEY_ID: { kind: 'credential', purpose: 'masked numbers', form: text(10) },
  ALIYUN_ACCESS_KEY_SECRET: { kind: 'credential', purpose: 'masked numbers', form: text(16) },
  DYPLS_ENDPOINT: {
    kind: 'setting',
    purpose: 'where masked numbers are bound',
    form: { text: 'an origin that begins with https://', fits: (value) => /^https:\/\/[^/]+$/.test(value) },
    usual: 'https://dyplsapi.aliyuncs.com',
  },
  DYPLS_POOL_KEY: { kind: 'credential', purpose: 'the pool of masked numbers', form: text(4) },
  MASKED_NUMBER_MODE: {
    kind: 'setting',
    purpose: 'one number a pair, or shared numbers with digits to dial',
    form: { text: 'axb or axn-extension', fits: (value) => /^(axb|axn-extension)$/.test(value) },
    usual: 'axb',
  },
  MESSAGE_CONTACT: {
    kind: 'setting',
    purpose: 'the subscription message "somebody may call you": 物品, 来电号码, 时间, 提示',
    form: template(['thing', 'phone_number', 'time', 'thing']),
    usual: 'none',
  },
  MESSAGE_MATCH: {
    kind: 'setting',
    purpose: 'the subscription message "something fits": 物品, 地点, 提示',
    form: template(['thing', 'thing', 'thing']),
    usual: 'none',
  },
  MESSAGE_RESULT: {
    kind: 'setting',
    purpose: 'the subscription message "there is a result": 事项, 结果, 提示',
    form: template(['thing', 'phrase', 'thing']),
    usual: 'none',
  },
  URL_LINK: {
    kind: 'setting',
    purpose: 'the version of the mini-program that links in SMS and Weibo open',
    form: {
      text: 'none, release, trial or develop',
      fits: (value) => /^(none|release|trial|develop)$/.test(value),
    },
    usual: 'none',
  },
} satisfies Record<string, Variable>;

export type VariableName = keyof typeof variables;

export const variable = (name: VariableName): Variable => variables[name];
