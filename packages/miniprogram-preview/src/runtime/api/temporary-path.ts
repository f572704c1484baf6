/**
 * The path that a page gets of a file which it chose, drew or fetched. Pages cut the kind of file off a path's end
 * (`filePath.match(/\.[^.]+?$/)[0]`), so it stands there as on a phone; behind a `#`, since the browser leaves that out when it
 * reads the file.
 * @param name of the file, or the path where it is stored, when it has one
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
