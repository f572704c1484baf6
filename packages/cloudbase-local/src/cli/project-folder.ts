import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { readJsonObject } from '../environment/json-file';

/** The parts of a mini-program's folder, as WeChat's developer tools name them. */
export interface ProjectFolder {
  /** The folder with app.json. */
  miniprogramDir: string;
  /** The folder of functions: one subfolder each, with its `index.js`. */
  functionsDir: string;
  /** Undefined when the project has none, which WeChat's tools allow. */
  cloudbaserc: string | undefined;
}

const projectConfig = z.object({
  miniprogramRoot: z.string().optional(),
  cloudfunctionRoot: z.string().optional(),
});

/** Reads `project.config.json`. Throws a sentence when the folder is not a project or the file cannot be read. */
export function readProjectFolder(root: string, log: (line: string) => void): ProjectFolder {
  const config = readConfig(join(root, 'project.config.json'));
  const miniprogramDir = join(root, config.miniprogramRoot ?? '.');
  if (!existsSync(join(miniprogramDir, 'app.json')))
    throw new Error(
      config.miniprogramRoot === undefined
        ? `${miniprogramDir} has no app.json: give the folder with project.config.json or app.json`
        : `project.config.json says that the mini-program is in ${config.miniprogramRoot} (miniprogramRoot), and ${miniprogramDir} has no app.json: that is where it must be`,
    );
  const functionsDir = join(root, config.cloudfunctionRoot ?? 'cloudfunctions');
  if (config.cloudfunctionRoot !== undefined && !existsSync(functionsDir))
    log(
      `project.config.json names ${functionsDir} as cloudfunctionRoot, which is missing: there are no functions`,
    );
  const cloudbaserc = join(root, 'cloudbaserc.json');
  return { miniprogramDir, functionsDir, cloudbaserc: existsSync(cloudbaserc) ? cloudbaserc : undefined };
}

function readConfig(file: string): z.infer<typeof projectConfig> {
  const { success, data, error } = projectConfig.safeParse(existsSync(file) ? readJsonObject(file) : {});
  if (success) return data;
  throw new Error(`${file}: ${error.issues[0]?.path.join('.')} is not the name of a folder`);
}
