import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Files that git tracks or would add, relative to the root.
 * @param pattern a git pathspec such as `*.ts`
 */
export function filesOfRepository(root: string, pattern: string): string[] {
  const options = ['ls-files', '--cached', '--others', '--exclude-standard', pattern];
  const listed = execFileSync('git', options, { cwd: root, encoding: 'utf8', maxBuffer: 1 << 26 });
  // Git still lists a file that was deleted but not yet committed.
  return listed.split('\n').filter((file) => file !== '' && existsSync(join(root, file)));
}
