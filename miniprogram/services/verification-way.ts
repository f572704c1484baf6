/** Opens verification. `onVerified` runs once the user is verified, before this page shows again. */
export function goVerify(onVerified: () => void): void {
  void wx.navigateTo({
    url: '/packages/trust/pages/verify/verify',
    events: { verified: onVerified },
  });
}
