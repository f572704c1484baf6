import { join, resolve } from 'node:path';
import type { PreviewOptions } from 'miniprogram-preview';
import { regions } from '@facts/regions/region-tree';

const root = resolve(__dirname, '../..');
const extension = (name: string): string => join(root, 'local/phone-extensions', name);

/** The product's preview: its screens, its regions, and two phones, each with a telephone and an identity card. */
export const previewOptions = {
  root: join(root, 'miniprogram'),
  npmDirs: [join(root, 'node_modules')],
  wechatUrl: '/wechat',
  regions,
  extensions: [{ phone: extension('telephone.ts'), shell: extension('identity-card.ts') }],
} satisfies Partial<PreviewOptions>;
