import type { CallRequest, CallResponse } from '../../cloudfunctions/shared/contract/call';
import type {
  CallInput,
  CallName,
  CallOutput,
  FunctionName,
} from '../../cloudfunctions/shared/contract/contract';
import { fromFailure, fromPlatform } from './call-error';
import { environmentId } from './environment';

/** Connects to the cloud environment that the mini-program was released with. */
export function startCloud(): void {
  wx.cloud.init({ env: environmentId, traceUser: false });
}

/**
 * Makes one call of one cloud function. Nothing else in the mini-program calls the cloud.
 * Throws CallError and nothing else.
 */
export async function call<F extends FunctionName, C extends CallName<F>>(
  functionName: F,
  callName: C,
  input: CallInput<F, C>,
): Promise<CallOutput<F, C>> {
  const response = await send<CallOutput<F, C>>(functionName, { call: callName, input });
  if (response.ok) return response.output;
  throw fromFailure(response.error);
}

async function send<Output>(name: string, data: CallRequest): Promise<CallResponse<Output>> {
  try {
    const answer = await wx.cloud.callFunction({ name, data });
    return answer.result as CallResponse<Output>;
  } catch (thrown) {
    throw fromPlatform(thrown);
  }
}

/** Uploads a picture from this phone. Answers its id. Throws CallError. */
export async function uploadPicture(cloudPath: string, filePath: string): Promise<string> {
  try {
    const { fileID } = await wx.cloud.uploadFile({ cloudPath, filePath });
    return fileID;
  } catch (thrown) {
    throw fromPlatform(thrown);
  }
}
