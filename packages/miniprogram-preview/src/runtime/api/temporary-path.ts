/**
 * The path of a file that a page chose, drew or fetched. Pages read the kind of a file from the end of its path
 * (`filePath.match(/\.[^.]+?$/)[0]`), so the kind is added after a `#`, which the browser ignores when it reads the
 * file.
 * @param name the name of the file, or the path at which it is stored
 */
export function temporaryPath(file: Blob, name = ''): string {
  return URL.createObjectURL(file) + `#${endingOf(name) ?? endingOfType(file.type)}`;
}

function endingOf(name: string): string | undefined {
  return /\.\w+$/.exec(name)?.[0];
}

function endingOfType(type: string): string {
  const kind = /^image\/(\w+)/.exec(type)?.[1];
  if (kind === undefined) return '.tmp';
  return kind === 'jpeg' ? '.jpg' : `.${kind}`;
}
