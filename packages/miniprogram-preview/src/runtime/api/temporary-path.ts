/**
 * The path of a file that a page chose, drew or fetched. It ends with the kind of file, because pages take that from the
 * end (`filePath.match(/\.[^.]+?$/)[0]`), after a `#`, because the browser drops that when it reads the file.
 * @param name the name of the file, or the path where it is stored
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
