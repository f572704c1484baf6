/**
 * Opens the search of the catalogue, with what is chosen already marked. `onFound` gets the code that the user tapped, and is
 * not called when they go back.
 */
export function findMedicine(picked: readonly string[], onFound: (code: string) => void): void {
  void wx.navigateTo({
    url: `/packages/find/pages/find/find?picked=${picked.join()}`,
    events: { found: onFound },
  });
}
