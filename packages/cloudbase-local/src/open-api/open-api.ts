import type { Invocation } from '../client/caller';
import { PlatformError } from 'sqlite-document-database';
import { decodeRequest, encodeAnswer, encodeError, encodeOpenData } from './messages';
import type { FormFields } from '../gateway/multipart';
import { openCloudId, type OpenDataProvider } from './open-data';

/**
 * Answers one of WeChat's server APIs, such as `security.msgSecCheck`, as WeChat would: `{errcode, errmsg, …}`, or
 * `{contentType, buffer}` for an image. `undefined` means that the API does not exist.
 */
export type OpenApiProvider = (
  apiName: string,
  args: Record<string, unknown>,
  caller: Invocation,
) => Promise<unknown>;

/** Serves `cloud.openapi.*`, `cloud.getOpenData` and the older `cloud.callOpenAPI`. */
export interface OpenApi {
  /** The bytes that answer a `wx.openApi` request. */
  handleForm(fields: FormFields, invocation: Invocation | undefined): Promise<Buffer>;
  /** The `data` that answers a `wx.api` request. */
  handleJson(
    body: Record<string, unknown>,
    invocation: Invocation | undefined,
  ): Promise<Record<string, unknown>>;
}

export interface OpenApiOptions {
  provider: OpenApiProvider;
  openData: OpenDataProvider;
  /** From `permissions.openapi` of a function's config.json. */
  permissionsOf(functionName: string): string[];
  /** Lets a function call what its config.json does not name, and gets a line with the platform's answer. */
  warn?(line: string): void;
}

const apiNotFound = -604100;
const noPermission = -604101;

export function createOpenApi({ provider, openData, permissionsOf, warn }: OpenApiOptions): OpenApi {
  /** Only a function may call, and only the APIs that its config.json names. */
  function permitted(apiName: string, invocation: Invocation | undefined): invocation is Invocation {
    if (invocation === undefined) return false;
    const { functionName } = invocation;
    const name = apiName.replace(/^openapi\./, '');
    if (permissionsOf(functionName).includes(name)) return true;
    warn?.(
      `the platform answers ${functionName} with ${noPermission}: its config.json lacks ${name} in permissions.openapi`,
    );
    return warn !== undefined;
  }

  async function openDataAnswer(cloudIds: string[], invocation: Invocation | undefined): Promise<Buffer> {
    if (!invocation) return encodeError(noPermission);
    const entries = cloudIds.map(async (cloudId) => ({
      cloudId,
      json: JSON.stringify(await openCloudId(openData, cloudId)),
    }));
    return encodeOpenData(await Promise.all(entries));
  }

  return {
    async handleForm(fields, invocation) {
      const apiName = fields.get('apiName')?.toString() ?? '';
      const request = decodeRequest(fields.get('requestData') ?? Buffer.alloc(0));
      if (request.kind === 'open-data') return openDataAnswer(request.cloudIds, invocation);
      if (request.kind === 'unsupported') return encodeError(apiNotFound);
      if (!permitted(apiName, invocation)) return encodeError(noPermission);
      const answer = await provider(apiName, request.args, invocation);
      return answer === undefined ? encodeError(apiNotFound) : encodeAnswer(answer);
    },
    async handleJson(body, invocation) {
      const apiName = typeof body.apiName === 'string' ? body.apiName : '';
      if (!permitted(apiName, invocation))
        throw new PlatformError(
          'INVALID_REQUEST_SOURCE',
          `${noPermission} function has no permission to call this API`,
        );
      const args = argumentsIn(body.requestData);
      const answer = await provider(apiName, args, invocation);
      if (answer === undefined)
        throw new PlatformError('INVALID_PARAM', `${apiNotFound} openapi ${apiName} not found`);
      return { responseData: JSON.stringify(answer) };
    },
  };
}

/** `requestData` is an object, or an object as JSON. */
function argumentsIn(requestData: unknown): Record<string, unknown> {
  let value: unknown = requestData ?? {};
  try {
    if (typeof value === 'string') value = JSON.parse(value);
  } catch (cause) {
    throw new PlatformError('INVALID_PARAM', `requestData is not valid JSON: ${(cause as Error).message}`);
  }
  if (typeof value === 'object' && value !== null) return value as Record<string, unknown>;
  throw new PlatformError('INVALID_PARAM', 'requestData is not a JSON object');
}
