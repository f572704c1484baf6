import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Files that git knows or would add, relative to the root. @param pattern a git pathspec such as `*.ts` */
export function filesOfRepository(root: string, pattern: string): string[] {
  const options = ['ls-files', '--cached', '--others', '--exclude-standard', pattern];
  const listed = execFileSync('git', options, { cwd: root, encoding: 'utf8', maxBuffer: 1 << 26 });
  // A file that was removed but not yet committed is still listed.
  return listed.split('\n').filter((file) => file !== '' && existsSync(join(root, file)));
}
