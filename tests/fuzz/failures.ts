import type { ErrorCode } from '@facts/errors';
import { causeOfCode } from '../../cloudfunctions/shared/kernel/overload';
import type { ProviderFault } from '../../local/providers/api/provider-faults';
import type { Product } from '../integration/product';

/** Something that a call depends on and that fails, with the codes that it alone may cause. */
export interface Failure {
  name: string;
  causes: readonly ErrorCode[];
  /** Begins the failure; `Product.cloud.faults.clear()` and those of the providers end it. */
  begin(world: FailingWorld): void;
}

export interface FailingWorld {
  product: Product;
  /** What WeChat answers instead of its result; null: its result. */
  wechat: { answer: unknown };
}

const databaseActions = [
  'database.getDocument',
  'database.addDocument',
  'database.insertDocument',
  'database.updateDocument',
  'database.modifyDocument',
  'database.removeDocument',
  'database.deleteDocument',
  'database.calculateDocument',
  'database.aggregateDocuments',
  'database.startTransaction',
  'database.commitTransaction',
  'database.getInTransaction',
  'database.updateDocInTransaction',
  'database.insertDocInTransaction',
  'database.deleteDocInTransaction',
];

/** Errors after which the same call may work in a moment. */
const overloads: readonly (readonly [code: string, message: string])[] = [
  ['DATABASE_TRANSACTION_FAIL', '[ResourceUnavailable.TransactionNotExist] Transaction does not exist'],
  ['DATABASE_TRANSACTION_FAIL', '[ResourceUnavailable] the transaction was ended'],
  ...Object.keys(causeOfCode).flatMap((code) => (causeOfCode[code] ? [[code, 'x'] as const] : [])),
];
/** Errors that no retry mends: our request or the environment is wrong, so an operator has to look. */
const defects = [
  'DATABASE_REQUEST_FAILED',
  'SYS_ERR',
  'NO_CODE_THAT_WE_KNOW',
  ...Object.keys(causeOfCode).filter((code) => causeOfCode[code] === null),
];

const ofDatabase: Failure[] = databaseActions.flatMap((action) => [
  ...overloads.flatMap(([code, message]) =>
    [1, Infinity].map((times) => ({
      name: `${action} ${code} ${times === 1 ? 'once' : 'always'}`,
      causes: ['busy'] as const,
      begin: ({ product }: FailingWorld) =>
        void product.cloud.faults.add({ action, kind: 'error', code, message, times }),
    })),
  ),
  ...defects.map((code) => ({
    name: `${action} ${code}`,
    causes: ['internal'] as const,
    begin: ({ product }: FailingWorld) =>
      void product.cloud.faults.add({ action, kind: 'error', code, message: 'x' }),
  })),
  {
    name: `${action} connection lost`,
    causes: ['busy'],
    begin: ({ product }) => void product.cloud.faults.add({ action, kind: 'drop', times: 2 }),
  },
]);

const ofStorage: Failure[] = [
  'storage.getUploadMetadata',
  'storage.batchGetDownloadUrl',
  'storage.batchDeleteFile',
].flatMap((action) => [
  ...['STORAGE_REQUEST_FAIL', 'STORAGE_EXCEED_AUTHORITY', 'SYS_ERR', 'EXCEED_REQUEST_LIMIT'].map((code) => ({
    name: `${action} ${code}`,
    causes: [causeOfCode[code] ? 'busy' : 'internal'] as const,
    begin: ({ product }: FailingWorld) =>
      void product.cloud.faults.add({ action, kind: 'error', code, message: 'x' }),
  })),
  {
    name: `${action} connection lost`,
    causes: ['busy'],
    begin: ({ product }) => void product.cloud.faults.add({ action, kind: 'drop', times: 2 }),
  },
]);

const wechatAnswers: readonly unknown[] = [
  { errcode: -1, errmsg: 'system error' },
  { errcode: 40001, errmsg: 'invalid credential' },
  { errcode: 40029, errmsg: 'invalid code' },
  { errcode: 43101, errmsg: 'user refuse to accept the msg' },
  { errcode: 44991, errmsg: 'minute quota' },
  { errcode: 45009, errmsg: 'reach max api daily quota limit' },
  { errcode: 61010, errmsg: 'code is expired' },
  { errcode: 87014, errmsg: 'risky content' },
  { errcode: 0 },
  {},
  'not an object',
];

const ofWechat: Failure[] = wechatAnswers.map((answer) => ({
  name: `WeChat answers ${JSON.stringify(answer)}`,
  causes: [],
  begin: ({ wechat }) => void (wechat.answer = answer),
}));

const providerTroubles: readonly ProviderFault[] = [
  { kind: 'down' },
  { kind: 'lost' },
  { kind: 'twice' },
  { kind: 'unavailable' },
  { kind: 'garbled' },
];
const faceIdCodes = [
  '-1',
  '-2',
  '-3',
  '-4',
  '-5',
  '-6',
  '-7',
  '-9',
  'FailedOperation.UnKnown',
  'InternalError',
  'InvalidParameterValue',
  'OperationDenied',
  'UnauthorizedOperation.Arrears',
  'AuthFailure.SignatureFailure',
  'RequestLimitExceeded',
  'ResourceUnavailable.InArrears',
];
const dyplsCodes = [
  'isv.NO_AVAILABLE_NUMBER',
  'isv.BIND_CONFLICT',
  'isv.FLOW_LIMIT',
  'isp.SYSTEM_ERROR',
  'isv.MOBILE_NUMBER_ILLEGAL',
  'isv.POOLKEY_NOT_EXISTS',
  'isv.BLACK_LIST',
  'Throttling.User',
  'InvalidAccessKeyId.NotFound',
  'NobodyKnowsThisOne',
];

const ofProvider = (provider: 'faceid' | 'dypls', codes: readonly string[]): Failure[] =>
  [...providerTroubles, ...codes.map((code): ProviderFault => ({ kind: 'error', code }))].map((fault) => ({
    name: `${provider} ${fault.kind} ${fault.code ?? ''}`.trim(),
    causes: [],
    begin: ({ product }) => product.providers.faults[provider].add(fault),
  }));

/** Every error of database, storage and providers. A provider's never makes a call `busy` or `internal`. */
export const failures: readonly Failure[] = [
  ...ofDatabase,
  ...ofStorage,
  ...ofWechat,
  ...ofProvider('faceid', faceIdCodes),
  ...ofProvider('dypls', dyplsCodes),
];

export function endFailures({ product, wechat }: FailingWorld): void {
  wechat.answer = null;
  product.cloud.faults.clear();
  product.providers.faults.faceid.clear();
  product.providers.faults.dypls.clear();
}
