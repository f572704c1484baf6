import { Agent } from 'node:http';
import { connect } from 'node:net';
import { CommonClient } from 'tencentcloud-sdk-nodejs-common';
import type { IdentityAnswer } from '../domain/verification-answer';

/** Tencent Cloud FaceID: checks a name against the number of a resident's ID. */
export interface FaceIdSettings {
  secretId: string;
  secretKey: string;
  /** `http://127.0.0.1:PORT` of a server that stands in for the real one; '' for the real one. */
  proxyOrigin: string;
}

const host = 'faceid.tencentcloudapi.com';
const version = '2018-03-01';
const timeoutSeconds = 8;

/** Never throws, and nothing it answers holds the name or the number. https://cloud.tencent.com/document/api/1007/33188 */
export async function checkIdentity(
  settings: FaceIdSettings,
  { name, idNumber }: { name: string; idNumber: string },
): Promise<IdentityAnswer> {
  try {
    const answer = (await clientOf(settings).request('IdCardVerification', {
      IdCard: idNumber,
      Name: name,
    })) as { Result?: unknown };
    return { kind: 'result', code: String(answer.Result) };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    // The service names its errors in CamelCase. Anything else (ECONNREFUSED, a bare status) is an error of the
    // connection.
    if (/^[A-Z][a-z]/.test(code)) return { kind: 'refused', code };
    return error instanceof Error && /ECONNREFUSED|ENOTFOUND/.test(`${code} ${error.message}`)
      ? { kind: 'refused', code: 'Unreachable' }
      : { kind: 'silent' };
  }
}

function clientOf({ secretId, secretKey, proxyOrigin }: FaceIdSettings): CommonClient {
  return new CommonClient(host, version, {
    credential: { secretId, secretKey },
    profile: {
      signMethod: 'TC3-HMAC-SHA256',
      httpProfile: {
        reqTimeout: timeoutSeconds,
        endpoint: host,
        ...(proxyOrigin && { protocol: 'http://', agent: agentTo(new URL(proxyOrigin)) }),
      },
    },
  });
}

/** Redirects the connection and leaves host and signature as they are. */
function agentTo({ hostname, port }: URL): Agent {
  const agent = new Agent();
  return Object.assign(agent, { createConnection: () => connect(Number(port), hostname) });
}
