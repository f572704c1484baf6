import protobuf from 'protobufjs';
import { PlatformError } from 'sqlite-document-database';

/**
 * The messages of `wx.openApi`, as the bundle of `wx-server-sdk` 4 defines them.
 */
const { root } = protobuf.parse(
  `syntax = "proto3";
  message KeyValuePair { string key = 1; bytes value = 2; string contenttype = 3; string filename = 4; }
  message OpenApiData { repeated KeyValuePair pairs = 1; }
  message SvrkitApiData { string apiName = 1; bytes reqData = 2; }
  message CommApiData { int32 apiType = 1; OpenApiData openapiData = 2; SvrkitApiData svrkitData = 4; string appid = 6; }
  message HttpHeader { string key = 1; string value = 2; }
  message CommOpenApiResp { bytes respData = 1; string contentType = 2; int32 errorCode = 3; uint32 httpCode = 4; repeated HttpHeader headers = 5; int32 svrkitErrorCode = 6; }
  message GetOpenDataReq { repeated string cloudidList = 2; string appid = 3; }
  message OpDataItem { string cloudId = 1; string json = 2; }
  message GetOpenDataResp { repeated OpDataItem dataList = 1; }`,
  { keepCase: true },
);
const svrkitApi = 2;

export type OpenApiRequest =
  /** For `cloud.openapi.*`: arguments by name; files as {contentType, filename, value}. */
  | { kind: 'open-api'; args: Record<string, unknown> }
  /** For `cloud.getOpenData`. */
  | { kind: 'open-data'; cloudIds: string[] }
  | { kind: 'unsupported'; name: string };

export interface OpenApiFile {
  contentType: string;
  filename: string;
  value: Uint8Array;
}

/** @throws PlatformError for bytes that are not such a message */
export function decodeRequest(bytes: Uint8Array): OpenApiRequest {
  try {
    return readRequest(bytes);
  } catch (cause) {
    throw new PlatformError('INVALID_PARAM', `requestData is not valid: ${(cause as Error).message}`);
  }
}

function readRequest(bytes: Uint8Array): OpenApiRequest {
  const message = decode<{
    apiType: number;
    openapiData?: { pairs: { key: string; value: Uint8Array; contenttype: string; filename: string }[] };
    svrkitData?: { apiName: string; reqData: Uint8Array };
  }>('CommApiData', bytes);
  if (message.apiType === svrkitApi) {
    const name = message.svrkitData?.apiName ?? '';
    if (name !== 'ApiGetOpenDataByCloudId') return { kind: 'unsupported', name };
    return {
      kind: 'open-data',
      cloudIds: decode<{ cloudidList: string[] }>(
        'GetOpenDataReq',
        message.svrkitData?.reqData ?? new Uint8Array(),
      ).cloudidList,
    };
  }
  const pairs = message.openapiData?.pairs ?? [];
  return {
    kind: 'open-api',
    args: Object.fromEntries(
      pairs.map((pair) => [
        pair.key,
        // The SDK omits a file's content type, so the file name distinguishes a file from JSON.
        pair.filename ? fileOf(pair) : (JSON.parse(Buffer.from(pair.value).toString()) as unknown),
      ]),
    ),
  };
}

function fileOf(pair: { value: Uint8Array; contenttype: string; filename: string }): OpenApiFile {
  return { contentType: pair.contenttype, filename: pair.filename, value: pair.value };
}

/** A system error of the platform, such as -604101. */
export function encodeError(errorCode: number): Buffer {
  return encode('CommOpenApiResp', { errorCode });
}

/** An answer of WeChat: an object is sent as JSON, `{contentType, buffer}` as it is. */
export function encodeAnswer(answer: unknown): Buffer {
  const file = answer as { contentType?: unknown; buffer?: unknown } | null;
  if (typeof file?.contentType === 'string' && file.buffer instanceof Uint8Array) {
    return encode('CommOpenApiResp', { respData: file.buffer, contentType: file.contentType, httpCode: 200 });
  }
  return encode('CommOpenApiResp', {
    respData: Buffer.from(JSON.stringify(answer)),
    contentType: 'application/json',
    httpCode: 200,
  });
}

/** Open data by cloud id; each entry's `json` is what WeChat would have put under that id. */
export function encodeOpenData(entries: { cloudId: string; json: string }[]): Buffer {
  const respData = encode('GetOpenDataResp', { dataList: entries });
  return encode('CommOpenApiResp', { respData, contentType: 'application/octet-stream', httpCode: 200 });
}

function decode<T>(type: string, bytes: Uint8Array): T {
  return root.lookupType(type).decode(bytes) as T;
}

function encode(type: string, value: Record<string, unknown>): Buffer {
  return Buffer.from(root.lookupType(type).encode(value).finish());
}
