/**
 * WXS is not quite JavaScript: `value.constructor` is the type's name, `getRegExp` takes the pattern as written,
 * and `require` names the file with its suffix. The marker at the end lets the runtime tell WXS functions, which
 * run as view-layer handlers, from methods.
 */
export function wxsToScript(source: string): string {
  const adapted = source
    .replace(/require\(\s*(['"])([^'"]+?)\.wxs\1\s*\)/g, 'require($1$2$1)')
    .replace(/\.constructor\b/g, '.__wxsTypeName')
    .replace(
      /getRegExp\(\s*(['"])((?:\\.|(?!\1).)*)\1/g,
      (_, quote: string, pattern: string) => `getRegExp(${quote}${keepBackslashes(pattern)}${quote}`,
    );
  return `${adapted};__wxsModule(module);`;
}

/** `'\d'` and `'\\d'` both mean a digit, because programs write either. */
function keepBackslashes(pattern: string): string {
  return pattern.replace(/\\\\|\\/g, '\\\\');
}

/** The files that a WXS module requires, as the module writes them. */
export function wxsRequires(source: string): string[] {
  return [...source.matchAll(/require\(\s*['"]([^'"]+)['"]\s*\)/g)].flatMap((match) => match[1] ?? []);
}
