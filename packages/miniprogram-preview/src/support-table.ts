import path from 'node:path';
import { definedTags, plainTags, refusedTags } from './runtime/components/tags';
import { refusedCloudFunctions, refusedFunctions } from './runtime/api/refused';

const headings: Record<string, string> = {
  navigation: 'Pages',
  storage: 'Storage (of each person apart)',
  feedback: 'Messages',
  bars: 'Navigation bar and tab bar',
  system: 'System',
  device: 'Device',
  permissions: 'Permissions and privacy',
  location: 'Places',
  media: 'Pictures',
  network: 'Network (this machine only)',
  events: 'Events',
  program: 'Program',
  drawing: 'Measuring and animation',
};

/** The text of docs/preview.md, made from the lists the preview itself works by. */
export async function supportTable(): Promise<string> {
  const { supportedGroups } = await loadGroups();
  const rows = Object.entries(supportedGroups).map(([group, functions]) => {
    return [headings[group] ?? group, codes(Object.keys(functions).sort())];
  });
  const refused = [...refusedFunctions, ...[...refusedCloudFunctions].map((name) => `cloud.${name}`)];
  return `# What the browser preview supports

The preview runs a native mini-program unchanged on WeChat's own component framework. What it does not support it
refuses by name: the console says which file and line asked. This page is written by
\`npx tsx packages/miniprogram-preview/src/write-support-table.ts\`; a test compares.

Any mini-program can be previewed alone: \`npx tsx packages/miniprogram-preview/src/serve.ts --root DIR\`. \`/\` shows two phones, \`/phone\`
one; \`/phone?person=OPENID&page=pages/a/a%3Fid%3D1&fontScale=1.5&network=off\` sets who holds it, where it starts, the size
of text and its network; \`lng\` and \`lat\` set where it is. The same addresses show a mini-program together with its cloud functions
under \`npm run project -- --root DIR\` ([local-cloud.md](local-cloud.md#any-other-project)).

Pictures of a page are made with \`playwright-core\` and an installed Chromium. Chromium's own \`--screenshot --virtual-time-budget\` never
ends: the page listens to a stream of events as long as it is open.

## Components

${table([
  ['Supported', codes([...plainTags, ...definedTags].sort())],
  ['Refused', codes([...refusedTags].sort())],
])}

\`map\` draws outlines and markers offline. \`canvas\` is \`type="2d"\`. Skyline, worklets, plugins and native ads are refused.

## wx

${table([
  ...rows,
  [
    'Cloud',
    codes([
      'cloud.init',
      'cloud.callFunction',
      'cloud.uploadFile',
      'cloud.downloadFile',
      'cloud.getTempFileURL',
      'cloud.deleteFile',
      'cloud.CloudID',
      'cloud.database',
    ]),
  ],
  ['Refused', codes(refused.sort())],
])}

Calls that answer later reject, or call \`fail\`; those that answer at once throw. \`wx.canIUse\` tells the truth.
`;
}

/** The runtime is written for browsers and type-checked as such, so it is loaded by path. */
async function loadGroups(): Promise<{ supportedGroups: Record<string, object> }> {
  const file = path.join(__dirname, 'runtime/api/wx');
  return (await import(file)) as { supportedGroups: Record<string, object> };
}

function codes(names: string[]): string {
  return names.map((name) => `\`${name}\``).join(' ');
}

/** A Markdown table with aligned columns, as the formatter would have it. */
function table(rows: string[][]): string {
  const widths = [0, 1].map((column) => Math.max(3, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: string[], fill: string) =>
    `| ${widths.map((width, column) => (cells[column] ?? '').padEnd(width, fill)).join(' | ')} |`;
  return [line([], ' '), line([], '-'), ...rows.map((row) => line(row, ' '))].join('\n');
}
