import { chinaSeconds, chinaSecondsMs } from '@facts/china-time';
import type { Binding, BindingChange, NewBinding, PoolMode } from './binding';
import { DyplsError, type Subscriptions } from './subscriptions';

/**
 * The actions of dypls 2017-05-25 that this provider serves. Each returns the answer's fields except `Code` and
 * `Message`.
 */
export interface Action {
  /** The gateway refuses a request without these parameters. */
  required: string[];
  run(params: Params, context: ActionContext): Record<string, unknown>;
}

export interface ActionContext {
  subscriptions: Subscriptions;
  nowMs: number;
}
type Params = Record<string, string | undefined>;

const namedBinding = ['PoolKey', 'PhoneNoX', 'SubsId'];

export const servedActions: Record<string, Action> = {
  BindAxb: bindAction('axb', ['PhoneNoB']),
  BindAxn: bindAction('axn', []),
  BindAxnExtension: bindAction('extension', []),
  UnbindSubscription: {
    required: ['PoolKey', 'SecretNo', 'SubsId'],
    run(params, { subscriptions }) {
      subscriptions.unbind(text(params, 'PoolKey'), text(params, 'SecretNo'), text(params, 'SubsId'));
      return {};
    },
  },
  UpdateSubscription: {
    required: [...namedBinding, 'OperateType'],
    run(params, { subscriptions, nowMs }) {
      const change = readChange(params, nowMs);
      subscriptions.change(text(params, 'PoolKey'), text(params, 'PhoneNoX'), text(params, 'SubsId'), change);
      return {};
    },
  },
  QuerySubsId: {
    required: ['PoolKey', 'PhoneNoX'],
    run(params, { subscriptions }) {
      const pool = subscriptions.pool(text(params, 'PoolKey'));
      if (!pool) throw new DyplsError('isv.POOLKEY_NOT_EXISTS', '号池不存在');
      const x = text(params, 'PhoneNoX');
      if (!pool.numbers.includes(x)) throw new DyplsError('isv.NO_NOT_EXIST', '号码不存在');
      return {
        SubsId: subscriptions
          .onNumber(x)
          .map(({ subsId }) => subsId)
          .join(','),
      };
    },
  },
  QuerySubscriptionDetail: {
    required: namedBinding,
    run(params, { subscriptions }) {
      const binding = subscriptions.binding(
        text(params, 'PoolKey'),
        text(params, 'PhoneNoX'),
        text(params, 'SubsId'),
      );
      if (!binding) throw new DyplsError('isv.SUBS_NOT_EXIST', '绑定关系不存在');
      return { SecretBindDetailDTO: detailOf(binding) };
    },
  },
};

/** Matches mobile numbers, and landline numbers with their area code. */
const phonePattern = /^(1[3-9]\d{9}|0\d{9,11})$/;
const extensionPattern = /^[1-9]\d{0,2}$/;
const minimumAheadMs = 60_000;

function bindAction(mode: PoolMode, alsoRequired: string[]): Action {
  return {
    required: ['PoolKey', 'PhoneNoA', 'Expiration', ...alsoRequired],
    run(params, { subscriptions, nowMs }) {
      const { subsId, x, extension } = subscriptions.bind(readBinding(mode, params, nowMs));
      return {
        SecretBindDTO: {
          SubsId: subsId,
          SecretNo: x,
          ...(extension === null ? {} : { Extension: extension }),
        },
      };
    },
  };
}

function readBinding(mode: PoolMode, params: Params, nowMs: number): NewBinding {
  const a = phone(text(params, 'PhoneNoA'));
  const b = params.PhoneNoB ? phone(params.PhoneNoB) : null;
  if (a === b) throw new DyplsError('isv.ILLEGAL_ARGUMENT', '参数非法: PhoneNoA和PhoneNoB相同');
  const { PhoneNoX: x, Extension: extension } = params;
  if (extension && mode !== 'extension')
    throw new DyplsError('isv.ILLEGAL_ARGUMENT', 'extension can must be null');
  if (extension && (!extensionPattern.test(extension) || !x))
    throw new DyplsError('isv.ILLEGAL_ARGUMENT', '参数非法: Extension');
  refuseRealNumbersShown(params);
  return {
    poolKey: text(params, 'PoolKey'),
    mode,
    a,
    b,
    expiresAtMs: expiration(params, nowMs),
    outId: params.OutId || null,
    outOrderId: params.OutOrderId || null,
    recording: params.IsRecordingEnabled === 'true',
    callRestrict: params.CallRestrict ? callRestrict(params.CallRestrict) : null,
    callTimeoutSeconds: params.CallTimeout ? callTimeout(params.CallTimeout) : null,
    ...(x ? { x } : {}),
    ...(extension ? { extension } : {}),
  };
}

function readChange(params: Params, nowMs: number): BindingChange {
  switch (params.OperateType) {
    case 'updateNoA':
      return { a: phone(text(params, 'PhoneNoA')) };
    case 'updateNoB':
      return { b: phone(text(params, 'PhoneNoB')) };
    case 'updateExpire':
      return { expiresAtMs: expiration(params, nowMs) };
    case 'updateOutId':
      return { outId: params.OutId || null };
    case 'updateIsRecordingEnabled':
      return { recording: params.IsRecordingEnabled === 'true' };
    case 'updateCallRestrict':
      return {
        callRestrict:
          params.CallRestrict === 'CONTROL_CLEAR_DISABLE' ? null : callRestrict(text(params, 'CallRestrict')),
      };
    default:
      throw new DyplsError('isv.ILLEGAL_ARGUMENT', `参数非法: OperateType ${params.OperateType ?? ''}`);
  }
}

function detailOf(binding: Binding): Record<string, unknown> {
  return {
    SubsId: binding.subsId,
    PhoneNoA: binding.a,
    PhoneNoX: binding.x,
    ...(binding.b === null ? {} : { PhoneNoB: binding.b }),
    ...(binding.extension === null ? {} : { Extension: binding.extension }),
    Status: binding.endedAtMs === null ? 1 : 0,
    GmtCreate: chinaSeconds(binding.createdAtMs),
    ExpireDate: chinaSeconds(binding.expiresAtMs),
    NeedRecord: binding.recording,
    ...(binding.callRestrict === null ? {} : { CallRestrict: binding.callRestrict }),
  };
}

function text(params: Params, name: string): string {
  return params[name] ?? '';
}

function phone(value: string): string {
  if (!phonePattern.test(value)) throw new DyplsError('isv.MOBILE_NUMBER_ILLEGAL', '号码格式非法');
  return value;
}

function expiration(params: Params, nowMs: number): number {
  const expiresAtMs = chinaSecondsMs(text(params, 'Expiration'));
  if (expiresAtMs === undefined || expiresAtMs <= nowMs + minimumAheadMs)
    throw new DyplsError('isv.EXPIRE_DATE_ILLEGAL', '过期时间非法');
  return expiresAtMs;
}

function callRestrict(value: string): 'CONTROL_AX_DISABLE' | 'CONTROL_BX_DISABLE' {
  if (value !== 'CONTROL_AX_DISABLE' && value !== 'CONTROL_BX_DISABLE')
    throw new DyplsError('isv.ILLEGAL_ARGUMENT', '参数非法: CallRestrict');
  return value;
}

function callTimeout(value: string): number {
  const seconds = Number(value);
  if (!Number.isInteger(seconds) || seconds < 5 || seconds > 20)
    throw new DyplsError('isv.ILLEGAL_ARGUMENT', '参数非法: CallTimeout');
  return seconds;
}

/** Display types 2 and 3 would show one side's real number, so the local exchange refuses them. */
function refuseRealNumbersShown(params: Params): void {
  const type = params.CallDisplayType;
  if (type && type !== '1') throw new DyplsError('isv.ILLEGAL_ARGUMENT', '参数非法: CallDisplayType');
}
