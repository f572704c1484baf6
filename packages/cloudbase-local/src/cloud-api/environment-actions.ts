import { z } from 'zod';
import type { Action } from './actions';
import type { Deployed } from './deployed';
import { readParameters } from './parameters';

export const region = 'ap-shanghai';
/** The id of an account that does not exist. */
const appId = '1300000000';
const bucketOf = (deployed: Deployed): string => `${deployed.envId}-${appId}`;

const ofEnvironment = z.strictObject({ EnvId: z.string() });
const ofBucket = z.strictObject({ EnvId: z.string(), Bucket: z.string() });
const aclTag = z.enum(['READONLY', 'PRIVATE', 'ADMINWRITE', 'ADMINONLY', 'CUSTOM']);

/** The environment itself and its storage, through the service `tcb`. */
export const environmentActions: Record<string, Action> = {
  DescribeEnvInfo(deployed, given) {
    readParameters(ofEnvironment, given);
    return {
      EnvInfo: {
        EnvBaseInfo: {
          EnvId: deployed.envId,
          Alias: deployed.envId,
          Status: 'NORMAL',
          Source: 'miniapp',
          Region: region,
          Databases: [{ InstanceId: 'tnt-local', Status: 'RUNNING', Region: region }],
          Storages: [{ Bucket: bucketOf(deployed), Region: region, AppId: appId, CdnDomain: '' }],
          Functions: [{ Namespace: deployed.envId, Region: region }],
          LogServices: [
            { LogsetName: '', LogsetId: 'logset', TopicName: '', TopicId: 'topic', Region: region },
          ],
        },
        UserInfo: { AppId: appId },
      },
    };
  },
  DescribeStorageSafeRule(deployed, given) {
    readParameters(ofBucket, given);
    return { AclTag: deployed.storageAcl, Rule: '' };
  },
  ModifyStorageSafeRule(deployed, given) {
    deployed.storageAcl = readParameters(ofBucket.extend({ AclTag: aclTag }), given).AclTag;
    return {};
  },
  ListFunctions(deployed, given) {
    const schema = ofEnvironment.extend({
      Limit: z.number().int().min(1).max(100),
      Offset: z.number().int().min(0),
    });
    const { Limit, Offset } = readParameters(schema, given);
    const Functions = [...deployed.functions].map(([FunctionName, { runtime, modified, busyReadings }]) => ({
      FunctionId: `lam-${FunctionName}`,
      FunctionName,
      Runtime: runtime,
      AddTime: modified,
      ModTime: modified,
      Status: busyReadings > 0 ? 'Updating' : 'Active',
    }));
    return { Functions: Functions.slice(Offset, Offset + Limit), TotalCount: Functions.length };
  },
};
