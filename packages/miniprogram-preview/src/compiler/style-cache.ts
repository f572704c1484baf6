import { statSync } from 'node:fs';
import { isFile } from './source-tree';
import { compileStyle, type CompiledStyle, type StyleOptions } from './stylesheet';

/** Keeps compiled styles until one of their source files changes. */
export function createStyleCache(): { compile(file: string, options: StyleOptions): CompiledStyle } {
  const entries = new Map<string, { style: CompiledStyle; stamp: string }>();
  return {
    compile(file, options) {
      if (!isFile(file)) return { css: '', host: '', dependencies: [] };
      const key = `${file}|${options.scope}`;
      const known = entries.get(key);
      if (known && known.stamp === stampOf(known.style.dependencies)) return known.style;
      const style = compileStyle(file, options);
      entries.set(key, { style, stamp: stampOf(style.dependencies) });
      return style;
    },
  };
}

function stampOf(files: string[]): string {
  return files.map((file) => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0).join();
}
