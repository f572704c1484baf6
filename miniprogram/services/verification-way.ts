import type { CallErrorCode } from '../model/call-error-code';

/** Opens verification. `onVerified` runs once the user is verified, before this page shows again. */
export function goVerify(onVerified: () => void): void {
  void wx.navigateTo({
    url: '/packages/trust/pages/verify/verify',
    events: { verified: onVerified },
  });
}

/** Whether a call was refused because the caller is not verified, or has no phone bound. */
export const lacksVerification = (code: CallErrorCode): boolean =>
  code === 'sign-in-required' || code === 'verification-required' || code === 'phone-required';
