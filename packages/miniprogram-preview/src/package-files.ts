import { join } from 'node:path';

/** The path of a file of this package. The published package keeps the layout of this folder. */
export function packageFile(...parts: string[]): string {
  return join(__dirname, ...parts);
}
