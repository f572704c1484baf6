import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { copyProgram } from '../../campaigns/copy-program';
import { readCampaign } from '../../campaigns/read-campaign';
import { keepUsedButtons } from '../../keep-used-buttons';
import { keepUsedHelpers } from '../../keep-used-helpers';
import { keepUsedIcons } from '../../keep-used-icons';
import { placePackages } from '../../place-packages';
import { moveToUsers } from './move-to-users';

/** The environment that a staged program calls, and its campaign. */
export interface ProgramTarget {
  envId: string | undefined;
  appId: string | undefined;
  campaign: string;
}

/**
 * Copies the mini-program into `folder` in the form that DevTools and miniprogram-ci open: with its packages, without
 * tests, under the given app id, and calling the given environment. The repository's own files are not changed.
 */
export function stageProgram(root: string, folder: string, { envId, appId, campaign }: ProgramTarget): void {
  const program = join(folder, 'miniprogram');
  copyProgram(root, program, readCampaign(root, campaign));
  moveToUsers(program);
  placePackages(program, join(root, 'node_modules'));
  keepUsedIcons(program);
  keepUsedButtons(program);
  keepUsedHelpers(program);
  writeFileSync(join(program, 'services/environment.ts'), environmentModule(envId));
  const config = JSON.parse(readFileSync(join(root, 'project.config.json'), 'utf8')) as { appid: string };
  writeFileSync(
    join(folder, 'project.config.json'),
    `${JSON.stringify({ ...config, ...(appId ? { appid: appId } : {}), cloudfunctionRoot: 'cloudfunctions/' }, null, 2)}\n`,
  );
}

const environmentModule = (envId: string | undefined): string =>
  `export const environmentId: string | undefined = ${JSON.stringify(envId) ?? 'undefined'};\n`;
