import { adultYears, ageYears, birthDayOf } from '@facts/resident-id';
import type { Register } from '../../people/register';
import type { Usage } from './usage';

/**
 * The three checks, with the result codes of Tencent Cloud FaceID 2018-03-01
 * (IdCardVerification, PhoneVerification, MinorsVerification).
 */
export interface CheckContext {
  register: Register;
  usage: Usage;
  nowMs: number;
}

/** Fields of a successful `Response`. */
export type CheckResult = { Result: string; Description: string } & Record<string, string>;
type Check = (input: Record<string, string>, context: CheckContext) => CheckResult;

export interface CheckDefinition {
  /** Required parameters and optional ones. */
  required: string[];
  optional: string[];
  /** Results that the provider charges for. */
  charged: string[];
  check: Check;
}

export const checks: Record<string, CheckDefinition> = {
  IdCardVerification: {
    required: ['IdCard', 'Name'],
    optional: [],
    charged: ['0', '-1'],
    check: checkIdCard,
  },
  PhoneVerification: {
    required: ['IdCard', 'Name', 'Phone'],
    optional: ['VerifyMode'],
    charged: ['0', '-4'],
    check: checkPhone,
  },
  MinorsVerification: {
    required: ['Type'],
    optional: ['Mobile', 'IdCard', 'Name'],
    charged: ['0', '-1', '-3'],
    check: checkMinor,
  },
};

const name = /^[\p{Script=Han}·]{2,32}$/u;
const mobile = /^1[3-9]\d{9}$/;
/** Mobile number ranges by carrier, given by their first three digits. */
const carriers: [RegExp, string][] = [
  [/^1(33|49|53|7[37]|8[019]|9[0139])/, '电信'],
  [/^1(3[0-2]|45|5[56]|66|7[156]|8[56]|96)/, '联通'],
  [/^1/, '移动'],
];

function checkIdCard({ IdCard = '', Name = '' }: Record<string, string>, context: CheckContext): CheckResult {
  const idNumber = IdCard.toUpperCase();
  if (birthDayOf(idNumber) === undefined) return result('-2', '非法身份证号（长度、校验位等不正确）');
  if (!name.test(Name)) return result('-3', '非法姓名（长度、格式等不正确）');
  if (!context.usage.admit(idNumber, context.nowMs)) return result('-7', '认证次数超过当日限制');
  const resident = context.register.residentOf(idNumber);
  if (resident?.record === 'out-of-order') return result('-4', '证件库服务异常');
  if (!resident || resident.record === 'missing') return result('-5', '证件库中无此身份证记录');
  return resident.name === Name ? result('0', '姓名和身份证号一致') : result('-1', '姓名和身份证号不一致');
}

function checkPhone(
  { IdCard = '', Name = '', Phone = '', VerifyMode = '0' }: Record<string, string>,
  { register, usage, nowMs }: CheckContext,
): CheckResult {
  const idNumber = IdCard.toUpperCase();
  const isp = carriers.find(([range]) => range.test(Phone))?.[1] ?? '';
  const answer = (code: string, description: string, more: Record<string, string> = {}) => ({
    ...result(code, description),
    Isp: isp,
    ...more,
  });
  if (!mobile.test(Phone)) return answer('-6', '手机号码不合法');
  if (birthDayOf(idNumber) === undefined) return answer('-7', '身份证号码有误');
  if (!name.test(Name)) return answer('-8', '姓名校验不通过');
  if (!usage.admit(idNumber, nowMs)) return answer('-12', '认证次数超过当日限制，请次日重试');
  const owner = register.ownerOfPhone(Phone);
  if (!owner) return answer('-9', '没有记录');
  const [sameId, sameName] = [owner.idNumber === idNumber, owner.name === Name];
  if (sameId && sameName) return answer('0', '三要素信息一致');
  const stranger = register.residentOf(idNumber);
  const detail =
    sameName !== sameId
      ? sameName
        ? 'PhoneIdCardMismatch'
        : 'PhoneNameMismatch'
      : stranger?.name === Name
        ? 'PhoneNameIdCardMismatch'
        : 'NameIdCardMismatch';
  return answer('-4', '三要素信息不一致', VerifyMode === '1' ? { ResultDetail: detail } : {});
}

function checkMinor(
  { Type = '', Mobile = '', IdCard = '', Name = '' }: Record<string, string>,
  { register, nowMs }: CheckContext,
): CheckResult {
  const answer = (code: string, description: string, AgeRange = '') => ({
    ...result(code, description),
    AgeRange,
  });
  const byPhone = Type === '0';
  if (!byPhone && birthDayOf(IdCard.toUpperCase()) === undefined)
    return answer('-4', '非法身份证号（长度、校验位等不正确）');
  if (!byPhone && !name.test(Name)) return answer('-5', '非法姓名（长度、格式等不正确）');
  const resident = byPhone ? register.ownerOfPhone(Mobile) : register.residentOf(IdCard.toUpperCase());
  if (resident?.record === 'out-of-order') return answer('-6', '权威数据源服务异常');
  if (!resident || resident.record === 'missing')
    return byPhone ? answer('-2', '未查询到手机号信息') : answer('-7', '未查询到身份信息');
  if (!byPhone && resident.name !== Name) return answer('-3', '姓名和身份证号不一致');
  const age = ageYears(birthDayOf(resident.idNumber) ?? '', nowMs) ?? 0;
  return age >= adultYears
    ? answer('0', '成年', '[18,+)')
    : answer('-1', '未成年', age < 8 ? '[0,8)' : age < 16 ? '[8,16)' : '[16,18)');
}

function result(Result: string, Description: string): CheckResult {
  return { Result, Description };
}
