import type { IndexSpec } from 'sqlite-document-database';
import { requireTool } from '../../require-tool';

/** One environment of Tencent's cloud, reduced to what a deployment uses. */
export interface Cloud extends Pick<Manager, 'functions' | 'database' | 'storage'> {
  envId: string;
  /** An action of the service `tcb` that the SDK has no method for. */
  call(action: string, parameters: Record<string, string>): Promise<Record<string, unknown>>;
}

/**
 * The part of `@cloudbase/manager-node` that we use. The package is installed on demand, so its own types are missing
 * here.
 */
interface Manager {
  functions: {
    listAllFunctions(options: { envId: string }): Promise<{ FunctionName: string }[]>;
    getFunctionDetail(name: string): Promise<FunctionDetail>;
    getFunctionDownloadUrl(name: string): Promise<{ Url: string }>;
    createFunction(options: { func: FunctionSettings; base64Code: string }): Promise<unknown>;
    updateFunctionCode(options: { func: FunctionSettings; base64Code: string }): Promise<unknown>;
    updateFunctionConfig(func: FunctionSettings): Promise<unknown>;
    createFunctionTriggers(name: string, triggers: Trigger[]): Promise<unknown>;
    deleteFunctionTrigger(name: string, trigger: string): Promise<unknown>;
  };
  database: {
    listCollections(page: { MgoLimit: number; MgoOffset: number }): Promise<{
      Collections: { CollectionName: string }[];
    }>;
    describeCollection(name: string): Promise<{ Indexes?: LiveIndex[] }>;
    createCollection(name: string): Promise<unknown>;
    updateCollection(
      name: string,
      change: {
        CreateIndexes?: {
          IndexName: string;
          MgoKeySchema: {
            MgoIsUnique: boolean;
            MgoIndexKeys: { Name: string; Direction: IndexSpec['keys'][number]['direction'] }[];
          };
        }[];
        DropIndexes?: { IndexName: string }[];
      },
    ): Promise<unknown>;
  };
  storage: {
    getStorageAcl(): Promise<string>;
    setStorageAcl(acl: string): Promise<unknown>;
  };
  commonService(service: string): {
    call(request: { Action: string; Param: Record<string, string> }): Promise<Record<string, unknown>>;
  };
}

export interface FunctionDetail {
  Status: string;
  Runtime: string;
  Handler: string;
  Timeout: number;
  MemorySize: number;
  Environment?: { Variables?: { Key: string; Value: string }[] };
  /** `Enable` is 0 for a timer that was switched off. */
  Triggers?: { TriggerName: string; Type: string; TriggerDesc: string; Enable?: number }[];
}

export interface FunctionSettings {
  name: string;
  handler: string;
  runtime: string;
  timeout: number;
  memorySize: number;
  installDependency: boolean;
  envVariables: Record<string, string>;
}

export interface Trigger {
  name: string;
  type: 'timer';
  config: string;
}

export interface LiveIndex {
  Name: string;
  Unique?: boolean;
  Keys: { Name?: string; Direction?: string }[];
}

export interface Account {
  envId: string;
  secretId: string;
  secretKey: string;
  region: string;
}

/** Opens Tencent's cloud API for one environment. Installs the SDK when it is not there. */
export function openCloud(account: Account): Cloud {
  const ManagerOfTencent = requireTool<new (options: Account) => Manager>(
    'scripts/deploy/tools',
    '@cloudbase/manager-node',
  );
  const manager = new ManagerOfTencent(account);
  return {
    envId: account.envId,
    functions: manager.functions,
    database: manager.database,
    storage: manager.storage,
    call: (action, parameters) =>
      manager.commonService('tcb').call({
        Action: action,
        Param: { EnvId: account.envId, ...parameters },
      }),
  };
}
