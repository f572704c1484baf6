import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Keys lie in `.env*`; a data folder may have any name, and its database has always the same. */
test.each(['.env*', 'documents.db*', '.local-cloud/', '/data/', '*.log'])('git ignores %s', (pattern) => {
  const lines = readFileSync(join(__dirname, '../../.gitignore'), 'utf8').split('\n');
  expect(lines).toContain(pattern);
});
