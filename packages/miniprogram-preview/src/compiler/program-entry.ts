import { isObject, type JsonObject } from './json-file';
import type { Project } from './project';
import { firstFile, type SourceTree } from './source-tree';

/**
 * The script that starts a program: requires app.ts, then every component, each announced by its path and its
 * subpackage, whose files run when its first page opens.
 */
export function programEntry(tree: SourceTree, project: Project | undefined): string {
  if (project === undefined) return '';
  const app = firstFile(tree.fileOf('app'), ['.ts', '.js']);
  const roots = subpackageRoots(project.app);
  const lines = ['const preview = __preview;'];
  if (app !== undefined) lines.push(`preview.runApp(() => require(${JSON.stringify(app)}));`);
  for (const { path, script } of project.components.values()) {
    const body = script === undefined ? 'Component({})' : `require(${JSON.stringify(script)})`;
    const root = roots.find((candidate) => path.startsWith(candidate)) ?? '';
    lines.push(`preview.run(${JSON.stringify(path)}, () => { ${body} }, ${JSON.stringify(root)});`);
  }
  lines.push('preview.start();');
  return lines.join('\n');
}

/** The folders of subpackages, each with a slash at its end. */
function subpackageRoots(app: JsonObject): string[] {
  const packages = app.subPackages ?? app.subpackages;
  return (Array.isArray(packages) ? packages : [])
    .filter(isObject)
    .map(({ root }) => `${String(root).replace(/^\/+|\/+$/g, '')}/`);
}
