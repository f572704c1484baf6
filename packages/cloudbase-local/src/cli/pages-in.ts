import { join, posix } from 'node:path';
import { z } from 'zod';
import { readJsonObject } from '../environment/json-file';

const subpackages = z.array(z.object({ root: z.string(), pages: z.array(z.string()) })).optional();
const appConfig = z.object({
  pages: z.array(z.string()).optional(),
  subpackages,
  subPackages: subpackages,
});

/** The pages that app.json lists, without leading slashes. */
export function pagesIn(miniprogramDir: string): string[] {
  const { success, data } = appConfig.safeParse(readJsonObject(join(miniprogramDir, 'app.json')));
  if (!success) return [];
  const inPackages = (data.subPackages ?? data.subpackages ?? []).flatMap(({ root, pages }) =>
    pages.map((page) => posix.join(root, page)),
  );
  return [...(data.pages ?? []), ...inPackages].map((page) => page.replace(/^\/+/, ''));
}
