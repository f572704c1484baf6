import RPCClient from '@alicloud/pop-core';

/** Aliyun 号码隐私保护 (dypls), version 2017-05-25. https://help.aliyun.com/document_detail/59655.html */
export interface DyplsSettings {
  accessKeyId: string;
  accessKeySecret: string;
  /** The server's address with its scheme; the real service when empty. */
  endpoint: string;
  poolKey: string;
}

export type DyplsAnswer = { ok: true; body: Record<string, unknown> } | { ok: false; code: string };

const realEndpoint = 'https://dyplsapi.aliyuncs.com';
const version = '2017-05-25';
const timeoutMs = 5_000;

/**
 * Makes one call, always as POST, because a GET would carry phones in its address and from there into errors. Never
 * throws; of an error only its code is passed on. `SILENT`: no answer, or an unreadable one.
 */
export async function callDypls(
  settings: DyplsSettings,
  action: string,
  params: Readonly<Record<string, string>>,
): Promise<DyplsAnswer> {
  try {
    const body = await clientOf(settings).request<Record<string, unknown>>(
      action,
      { PoolKey: settings.poolKey, ...params },
      { method: 'POST', timeout: timeoutMs },
    );
    return body.Code === 'OK' ? { ok: true, body } : { ok: false, code: String(body.Code ?? 'SILENT') };
  } catch (error) {
    const data = error instanceof Error && 'data' in error ? (error.data as { Code?: unknown }) : {};
    return { ok: false, code: typeof data.Code === 'string' ? data.Code : 'SILENT' };
  }
}

/** Refusals after which certainly nothing was bound, because this pair or this moment has no number. */
const noneLeft = /^(isv\.(NO_AVAILABLE|BIND_CONFLICT|FLOW_LIMIT|EXTENSION|MOBILE_NUMBER|PHONE)|Throttling)/;
/** Refusals after which certainly nothing was bound, and nothing will be until somebody changes the settings. */
const misconfigured =
  /^(isv\.|InvalidAccessKeyId|SignatureDoesNotMatch|IncompleteSignature|InvalidTimeStamp|InvalidSecurityToken|Invalid(Version|Action|Parameter)|Missing|Unsupported|Forbidden|NoPermission)/;

/** What a code says about a request to bind; an unknown code says nothing. */
export function refusalOf(code: string): 'none-left' | 'misconfigured' | 'unknown' {
  if (noneLeft.test(code)) return 'none-left';
  return misconfigured.test(code) ? 'misconfigured' : 'unknown';
}

const clients = new Map<string, RPCClient>();

/** Reuses one client for the same settings, so that its connections are reused. */
function clientOf({ accessKeyId, accessKeySecret, endpoint }: DyplsSettings): RPCClient {
  const key = `${endpoint} ${accessKeyId} ${accessKeySecret}`;
  const known = clients.get(key);
  if (known) return known;
  const client = new RPCClient({
    accessKeyId,
    accessKeySecret,
    endpoint: endpoint || realEndpoint,
    apiVersion: version,
  });
  clients.set(key, client);
  return client;
}
