/** Photos of forms that are being filled in, by the form. Nothing is stored: WeChat keeps such files while the program runs. */
const photos = new Map<string, readonly string[]>();

export const draftPhotos = (clientToken: string): readonly string[] => photos.get(clientToken) ?? [];

export function keepDraftPhotos(clientToken: string, paths: readonly string[]): void {
  if (paths.length === 0) photos.delete(clientToken);
  else photos.set(clientToken, paths);
}
