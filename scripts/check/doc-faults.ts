import { existsSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

const longestLine = 160;

/**
 * What is wrong with a page of the docs: a line that is too long to read, or a link to a file that does not exist.
 * @param file relative to the repository
 * @param root of the repository
 */
export function docFaults(file: string, text: string, root: string): string[] {
  const faults: string[] = [];
  let inCode = false;
  for (const [index, line] of text.split('\n').entries()) {
    if (/^\s*```/.test(line)) inCode = !inCode;
    const length = [...line].length;
    if (length > longestLine) faults.push(`${file}:${index + 1}: ${length} characters`);
    if (inCode) continue;
    for (const [, target = ''] of line.matchAll(/\]\(([^)\s]+)\)/g)) {
      if (/^(https?:|mailto:|#)/.test(target)) continue;
      const path = normalize(join(dirname(file), target.replace(/#.*/, '')));
      if (!existsSync(join(root, path))) faults.push(`${file}:${index + 1}: no file ${path}`);
    }
  }
  return faults;
}
