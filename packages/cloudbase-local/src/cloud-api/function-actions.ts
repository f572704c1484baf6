import { createHash } from 'node:crypto';
import { z } from 'zod';
import { readScheduleFields } from '../functions/schedule-fields';
import type { Action } from './actions';
import { ApiError } from './api-error';
import type { Deployed, DeployedFunction } from './deployed';
import { downloadUrl } from './function-download';
import { readParameters } from './parameters';
import { readZip } from './zip';

/* Functions through the service `scf`, 2018-04-16 (cloud.tencent.com/document/product/583), as CloudBase uses it. */

const runtimes = ['Nodejs16.13', 'Nodejs18.15', 'Nodejs20.19', 'Nodejs22.21', 'Nodejs24.11'];
const mostVariableBytes = 4096;
/** The number of requests that find a change still in progress, because the platform needs a moment too. */
const readingsUntilActive = 1;

const flag = z.enum(['TRUE', 'FALSE']);
const functionName = z.string().regex(/^[A-Za-z][A-Za-z0-9_-]{0,58}[A-Za-z0-9]$/);
const named = { FunctionName: functionName, Namespace: z.string() };
const variables = z.strictObject({
  Variables: z.array(z.strictObject({ Key: z.string().regex(/^[A-Za-z][A-Za-z0-9_]*$/), Value: z.string() })),
});
const settings = {
  MemorySize: z.number().int().min(64).max(3072).multipleOf(64).optional(),
  Timeout: z.number().int().min(1).max(900).optional(),
  Environment: variables.optional(),
  Description: z.string().max(1000).optional(),
  ClsTopicId: z.string().optional(),
  ClsLogsetId: z.string().optional(),
  InstallDependency: flag.optional(),
  Role: z.string().optional(),
};
const code = z.strictObject({ ZipFile: z.base64() });

export const functionActions: Record<string, Action> = {
  CreateFunction(deployed, given) {
    const schema = z.strictObject({
      ...named,
      ...settings,
      Code: code,
      Handler: z.string(),
      Runtime: z.enum(runtimes),
      Stamp: z.string().optional(),
      Type: z.enum(['Event', 'HTTP']).optional(),
    });
    const wanted = readParameters(schema, given);
    if (deployed.functions.has(wanted.FunctionName))
      throw new ApiError('ResourceInUse.Function', `The function ${wanted.FunctionName} exists already.`);
    deployed.functions.set(wanted.FunctionName, {
      handler: wanted.Handler,
      runtime: wanted.Runtime,
      timeout: wanted.Timeout ?? 3,
      memorySize: wanted.MemorySize ?? 128,
      description: wanted.Description ?? '',
      variables: checkedVariables(wanted.Environment?.Variables ?? []),
      triggers: [],
      zip: checkedZip(wanted.Code.ZipFile, wanted.Handler),
      ...changed(),
    });
    return {};
  },
  GetFunction(deployed, given) {
    const { FunctionName } = readParameters(z.strictObject({ ...named, ShowCode: flag.optional() }), given);
    const there = functionOf(deployed, FunctionName);
    const Status = there.busyReadings > 0 ? 'Updating' : 'Active';
    there.busyReadings = Math.max(0, there.busyReadings - 1);
    return {
      FunctionName,
      Namespace: deployed.envId,
      Status,
      StatusDesc: '',
      StatusReasons: [],
      Runtime: there.runtime,
      Handler: there.handler,
      Timeout: there.timeout,
      MemorySize: there.memorySize,
      Description: there.description,
      CodeSize: there.zip.length,
      InstallDependency: 'FALSE',
      ModTime: there.modified,
      Environment: { Variables: there.variables },
      Triggers: there.triggers.map(({ name, cron, isOff = false }) => ({
        TriggerName: name,
        Type: 'timer',
        TriggerDesc: JSON.stringify({ cron }),
        Enable: isOff ? 0 : 1,
        CustomArgument: '',
      })),
    };
  },
  UpdateFunctionCode(deployed, given) {
    const schema = z.strictObject({
      ...named,
      Code: code,
      Handler: z.string(),
      InstallDependency: flag.optional(),
    });
    const wanted = readParameters(schema, given);
    const there = idleFunctionOf(deployed, wanted.FunctionName);
    const zip = checkedZip(wanted.Code.ZipFile, wanted.Handler);
    Object.assign(there, { zip, handler: wanted.Handler, ...changed() });
    return {};
  },
  UpdateFunctionConfiguration(deployed, given) {
    const wanted = readParameters(z.strictObject({ ...named, ...settings }), given);
    const there = idleFunctionOf(deployed, wanted.FunctionName);
    // The given variables replace all earlier ones.
    const replaced = wanted.Environment && checkedVariables(wanted.Environment.Variables);
    there.timeout = wanted.Timeout ?? there.timeout;
    there.memorySize = wanted.MemorySize ?? there.memorySize;
    there.variables = replaced ?? there.variables;
    Object.assign(there, changed());
    return {};
  },
  BatchCreateTrigger(deployed, given) {
    const schema = z.strictObject({ ...named, Triggers: z.string(), Count: z.number().int() });
    const { FunctionName, Triggers, Count } = readParameters(schema, given);
    const there = functionOf(deployed, FunctionName);
    const list = readParameters(triggerList, JSON.parse(Triggers));
    if (list.length !== Count)
      throw new ApiError('InvalidParameterValue', 'Count is not the number of triggers.');
    for (const { TriggerName, TriggerDesc } of list) {
      if (there.triggers.some(({ name }) => name === TriggerName))
        throw new ApiError('ResourceInUse', `The trigger ${TriggerName} exists already.`);
      there.triggers.push({ name: TriggerName, cron: checkedCron(TriggerDesc) });
    }
    return {};
  },
  DeleteTrigger(deployed, given) {
    const schema = z.strictObject({ ...named, TriggerName: z.string(), Type: z.literal('timer') });
    const { FunctionName, TriggerName } = readParameters(schema, given);
    const { triggers } = functionOf(deployed, FunctionName);
    const at = triggers.findIndex(({ name }) => name === TriggerName);
    if (at < 0) throw new ApiError('ResourceNotFound', `There is no trigger ${TriggerName}.`);
    triggers.splice(at, 1);
    return {};
  },
  GetFunctionAddress(deployed, given) {
    const { FunctionName } = readParameters(z.strictObject(named), given);
    const { zip } = functionOf(deployed, FunctionName);
    const CodeSha256 = createHash('sha256').update(zip).digest('base64');
    return { Url: downloadUrl(FunctionName), CodeSha256 };
  },
};

const triggerList = z.array(
  z.strictObject({ TriggerName: z.string().min(1), Type: z.literal('timer'), TriggerDesc: z.string() }),
);

const changed = (): Pick<DeployedFunction, 'busyReadings' | 'modified'> => ({
  busyReadings: readingsUntilActive,
  modified: new Date().toISOString(),
});

function functionOf(deployed: Deployed, name: string): DeployedFunction {
  const there = deployed.functions.get(name);
  if (there === undefined) throw new ApiError('ResourceNotFound.Function', `There is no function ${name}.`);
  return there;
}

function idleFunctionOf(deployed: Deployed, name: string): DeployedFunction {
  const there = functionOf(deployed, name);
  if (there.busyReadings > 0)
    throw new ApiError('FailedOperation.FunctionStatusError', `The function ${name} is still being changed.`);
  return there;
}

function checkedVariables(given: DeployedFunction['variables']): DeployedFunction['variables'] {
  const bytes = given.reduce((sum, { Key, Value }) => sum + Buffer.byteLength(Key + Value), 0);
  if (bytes > mostVariableBytes)
    throw new ApiError(
      'InvalidParameterValue.EnvironmentExceededLimit',
      `The environment variables have ${bytes} bytes, at most ${mostVariableBytes} are allowed.`,
    );
  return given;
}

function checkedZip(base64: string, handler: string): Buffer {
  const zip = Buffer.from(base64, 'base64');
  const file = `${handler.slice(0, handler.lastIndexOf('.'))}.js`;
  let files: Map<string, Buffer>;
  try {
    files = readZip(zip);
  } catch {
    throw new ApiError('InvalidParameterValue.ZipFile', 'ZipFile is not a zip archive.');
  }
  if (!files.has(file)) throw new ApiError('InvalidParameterValue.Handler', `The archive has no ${file}.`);
  return zip;
}

function checkedCron(cron: string): string {
  try {
    readScheduleFields(cron);
  } catch (error) {
    throw new ApiError('InvalidParameterValue.TriggerCronConfig', (error as Error).message);
  }
  return cron;
}
