import type { Self } from '../../../cloudfunctions/shared/contract/identity-calls';
import { say } from '../../facts/words/say';

/** The phone's user, in words. */
export function selfText(self: Self): { name: string; statusText: string } {
  if (self.verification === 'verified')
    return {
      name: self.maskedName ?? say('已实名'),
      statusText: self.phoneBound ? statusOf(self.role) : say('已实名，还差绑定手机号'),
    };
  if (self.verification === 'pending')
    return { name: say('您好'), statusText: say('实名验证正在审核，现在可以看信息') };
  return { name: say('您好'), statusText: say('还没有实名，现在只能看信息，不能发布和联系') };
}

function statusOf(role: Self['role']): string {
  if (role === 'operator') return say('管理员，已实名，可以发布和联系');
  return role === 'volunteer' ? say('志愿者，已实名，可以发布和联系') : say('已实名，可以发布和联系');
}
