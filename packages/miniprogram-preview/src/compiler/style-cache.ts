import { statSync } from 'node:fs';
import type { Diagnostic } from './diagnostics';
import { isFile } from './source-tree';
import { compileStyle, type CompiledStyle, type StyleOptions } from './stylesheet';

interface Entry {
  style: CompiledStyle;
  stamp: string;
  findings: Diagnostic[];
}

/** Keeps compiled styles, and what there was to report of them, until one of their source files changes. */
export function createStyleCache(): { compile(file: string, options: StyleOptions): CompiledStyle } {
  const entries = new Map<string, Entry>();
  return {
    compile(file, options) {
      if (!isFile(file)) return { css: '', host: '', dependencies: [] };
      const key = `${file}|${options.scope}`;
      const known = entries.get(key);
      if (known && known.stamp === stampOf(known.style.dependencies)) {
        known.findings.forEach(options.report);
        return known.style;
      }
      const findings: Diagnostic[] = [];
      const report = (finding: Diagnostic) => void findings.push(finding);
      const style = compileStyle(file, { ...options, report });
      entries.set(key, { style, stamp: stampOf(style.dependencies), findings });
      findings.forEach(options.report);
      return style;
    },
  };
}

function stampOf(files: string[]): string {
  return files.map((file) => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0).join();
}
