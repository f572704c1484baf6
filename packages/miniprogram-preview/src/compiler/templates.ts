import { readFileSync } from 'node:fs';
import { TmplGroup } from 'glass-easel-template-compiler';
import { CompileError, positionAt, type Diagnostic } from './diagnostics';
import { isObject } from './json-file';
import type { Project } from './project';
import { isFile, joinVirtual, type SourceTree } from './source-tree';
import { checkTags } from './wxml-tags';
import { wxsRequires, wxsToScript } from './wxs-source';

/** What the template compiler reports; its positions start at 0. */
interface TemplateProblem {
  path: string;
  message: string;
  startLine: number;
  startColumn: number;
  isError: boolean;
}

/**
 * Compiles all templates and WXS modules of a program into one JavaScript expression: an object from template path
 * to generator. Throws CompileError at the first syntax error.
 */
export function compileTemplates(
  tree: SourceTree,
  project: Project,
  report: (diagnostic: Diagnostic) => void,
): string {
  const group = TmplGroup.newDev();
  group.setExtraRuntimeScript('Q.A=__wxsChange;Q.C=__wxsEvent;');
  const addTemplate = templateAdder(group, tree, report);
  try {
    for (const component of project.components.values()) {
      addTemplate(component.path);
      if (component.path.startsWith('miniprogram_npm/')) continue;
      const using = { ...project.globalUsing, ...component.using };
      const generics = isObject(component.json.componentGenerics) ? component.json.componentGenerics : {};
      const isDeclared = (tag: string) => tag in using || tag in generics;
      const source = readTemplate(tree, component.path);
      checkTags(source, `${component.path}.wxml`, isDeclared, report);
    }
    return group.getTmplGenObjectGroups();
  } finally {
    group.free();
  }
}

function templateAdder(group: TmplGroup, tree: SourceTree, report: (diagnostic: Diagnostic) => void) {
  const templates = new Set<string>();
  const scripts = new Set<string>();

  const reportMissing = (file: string, message: string): void =>
    report({ severity: 'error', file, line: 0, column: 0, message });

  const addScript = (virtualPath: string): void => {
    if (scripts.has(virtualPath)) return;
    scripts.add(virtualPath);
    const file = tree.fileOf(virtualPath);
    if (!isFile(file)) {
      reportMissing(virtualPath, 'is required as WXS and does not exist');
      group.addScript(virtualPath.replace(/\.wxs$/, ''), wxsToScript(''));
      return;
    }
    const source = readFileSync(file, 'utf8');
    group.addScript(virtualPath.replace(/\.wxs$/, ''), wxsToScript(source));
    for (const required of wxsRequires(source))
      addScript(withSuffix(joinVirtual(virtualPath, required), '.wxs'));
  };

  const addTemplate = (virtualPath: string): void => {
    if (templates.has(virtualPath)) return;
    templates.add(virtualPath);
    const source = readTemplate(tree, virtualPath);
    for (const problem of group.addTmpl(virtualPath, source) as TemplateProblem[]) {
      const diagnostic: Diagnostic = {
        severity: problem.isError ? 'fatal' : 'warning',
        file: `${problem.path}.wxml`,
        line: problem.startLine + 1,
        column: problem.startColumn + 1,
        message: problem.message,
      };
      if (!problem.isError && virtualPath.startsWith('miniprogram_npm/')) continue;
      if (problem.isError) throw new CompileError(diagnostic);
      report(diagnostic);
    }
    for (const name of group.getInlineScriptModuleNames(virtualPath) as string[]) {
      const inline = group.getInlineScript(virtualPath, name) ?? '';
      group.setInlineScript(virtualPath, name, wxsToScript(inline));
      for (const required of wxsRequires(inline))
        addScript(withSuffix(joinVirtual(virtualPath, required), '.wxs'));
    }
    for (const script of group.getScriptDependencies(virtualPath) as string[])
      addScript(withSuffix(joinVirtual('', script), '.wxs'));
    for (const template of group.getDirectDependencies(virtualPath) as string[]) {
      const target = joinVirtual('', template);
      if (!isFile(`${tree.fileOf(target)}.wxml`)) {
        const position = positionAt(source, importOffset(source, virtualPath, target));
        const message = `imports or includes "${target}.wxml", which does not exist`;
        report({ severity: 'error', file: `${virtualPath}.wxml`, ...position, message });
      }
      addTemplate(target);
    }
  };
  return addTemplate;
}

function readTemplate(tree: SourceTree, virtualPath: string): string {
  const file = `${tree.fileOf(virtualPath)}.wxml`;
  return isFile(file) ? readFileSync(file, 'utf8') : '';
}

function withSuffix(virtualPath: string, suffix: string): string {
  return virtualPath.endsWith(suffix) ? virtualPath : virtualPath + suffix;
}

/** Where a template names another one that it imports or includes. */
function importOffset(source: string, virtualPath: string, target: string): number {
  const references = [...source.matchAll(/<(?:import|include)\b[^>]*?\bsrc\s*=\s*(["'])(.*?)\1/g)];
  const found = references.find(
    ([, , reference = '']) => joinVirtual(virtualPath, reference).replace(/\.wxml$/, '') === target,
  );
  return found?.index ?? 0;
}
