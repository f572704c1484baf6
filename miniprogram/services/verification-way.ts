/** Opens verification; `onVerified` runs when the user is through, before this page shows again. */
export function goVerify(onVerified: () => void): void {
  void wx.navigateTo({
    url: '/packages/trust/pages/verify/verify',
    events: { verified: onVerified },
  });
}
