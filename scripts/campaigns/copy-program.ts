import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { CampaignModule } from '../../cloudfunctions/shared/contract/campaign';
import { carriedFiles } from './carried-files';
import { colouredPicture, colouredTheme, colouredTokens, type CampaignColours } from './colours';
import type { CampaignFolder } from './read-campaign';

/** Subpackages that belong to a module of a campaign, with their pages: a program without the module does not have them. */
export const modulePackages: { module: CampaignModule; root: string; pages: string[] }[] = [
  {
    module: 'doses',
    root: 'packages/guide',
    pages: ['pages/guide/guide', 'pages/medicine/medicine', 'pages/drawer/drawer'],
  },
  { module: 'advice', root: 'packages/advice', pages: ['pages/advice/advice'] },
];

/** Copies the repository's mini-program, without tests and packages, and makes it the campaign's. */
export function copyProgram(root: string, program: string, folder: CampaignFolder): void {
  rmSync(program, { recursive: true, force: true });
  mkdirSync(dirname(program), { recursive: true });
  cpSync(join(root, 'miniprogram'), program, {
    recursive: true,
    filter: (path) => !left.test(basename(path)),
  });
  for (const [path, text] of Object.entries(carriedFiles(root, folder)))
    writeFileSync(join(program, path.replace(/^miniprogram\//, '')), text);
  if (folder.colours) colourProgram(program, folder.colours);
  const images = join(root, 'campaigns', folder.name, 'images');
  if (existsSync(images)) cpSync(images, join(program, 'images'), { recursive: true });
  const { modules } = folder.campaign;
  for (const each of modulePackages)
    if (!modules.includes(each.module)) rmSync(join(program, each.root), { recursive: true });
  const app = join(program, 'app.json');
  writeFileSync(app, appWith(readFileSync(app, 'utf8'), modules));
}

function colourProgram(program: string, colours: CampaignColours): void {
  const change = (file: string, to: (text: string, by: CampaignColours) => string): void => {
    const path = join(program, file);
    writeFileSync(path, to(readFileSync(path, 'utf8'), colours));
  };
  change('styles/tokens.wxss', colouredTokens);
  change('theme.json', colouredTheme);
  change('components/share-picture/share-picture.ts', colouredPicture);
}

const left = /^(node_modules|miniprogram_npm|tsconfig\.json|.*\.test\.ts)$/;

interface App {
  subPackages: { root: string; pages: string[] }[];
  preloadRule: Record<string, { network: string; packages: string[] }>;
}

/** app.json with the subpackages of the campaign's modules and of no other ones. */
function appWith(text: string, modules: readonly CampaignModule[]): string {
  const app = JSON.parse(text) as App;
  const stays = (root: string): boolean =>
    modulePackages.every((each) => each.root !== root || modules.includes(each.module));
  const listed = new Set(app.subPackages.map(({ root }) => root));
  const added = modulePackages.filter(({ module, root }) => modules.includes(module) && !listed.has(root));
  const preloadRule = Object.fromEntries(
    Object.entries(app.preloadRule).map(([page, rule]) => [
      page,
      { ...rule, packages: [...rule.packages.filter(stays), ...added.map(({ root }) => root)] },
    ]),
  );
  const subPackages = [
    ...app.subPackages.filter(({ root }) => stays(root)),
    ...added.map(({ root, pages }) => ({ root, pages })),
  ];
  return `${JSON.stringify({ ...app, subPackages, preloadRule }, null, 2)}\n`;
}
