/** `npx tsx packages/miniprogram-preview/src/write-support-page.ts`: writes SUPPORT.md. */
import { writeFileSync } from 'node:fs';
import { packageFile } from './package-files';
import { supportPage } from './support-page';

void supportPage().then((text) => writeFileSync(packageFile('../SUPPORT.md'), text));
