/** `npx tsx packages/miniprogram-preview/src/write-support-table.ts`: writes docs/preview.md. */
import fs from 'node:fs';
import path from 'node:path';
import { supportTable } from './support-table';

void supportTable().then((text) => fs.writeFileSync(path.join(__dirname, '../../../docs/preview.md'), text));
