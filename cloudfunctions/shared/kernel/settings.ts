import { linkedVersion, type LinkedVersion } from './linked-version';
import { messageTemplatesOf, type MessageTemplates } from './message-templates';
import { Misconfigured } from './misconfigured';
import { phoneKeys, type PhoneKeys } from './phone-seal';
import { secret } from './secret';

/** The settings of a function's environment, each checked when it is read. */
export const settings = {
  phoneKeys: (): PhoneKeys => phoneKeys(process.env),
  faceId: () => ({
    secretId: secret('TENCENT_SECRET_ID'),
    secretKey: secret('TENCENT_SECRET_KEY'),
    proxyOrigin: process.env.FACEID_PROXY_ORIGIN ?? '',
  }),
  linkedVersion: (): LinkedVersion | null => linkedVersion(process.env),
  messageTemplates: (): MessageTemplates => messageTemplatesOf(process.env),
  maskedNumberMode: (): string => process.env.MASKED_NUMBER_MODE || 'axb',
  dypls: () => ({
    accessKeyId: secret('ALIYUN_ACCESS_KEY_ID'),
    accessKeySecret: secret('ALIYUN_ACCESS_KEY_SECRET'),
    endpoint: dyplsEndpoint(),
    poolKey: secret('DYPLS_POOL_KEY'),
  }),
};

function dyplsEndpoint(): string {
  const given = process.env.DYPLS_ENDPOINT ?? '';
  if (given !== '' && !/^https?:\/\/[^/]+$/.test(given))
    throw new Misconfigured('DYPLS_ENDPOINT is not of the form https://dyplsapi.aliyuncs.com');
  return given;
}
