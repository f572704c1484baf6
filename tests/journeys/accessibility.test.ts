import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { contentShown } from '../screens/content-shown';
import { screenStates } from '../screens/screen-states';
import { startTown, type Town } from './town';

const axeSource = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

interface Violation {
  id: string;
  impact: string;
  nodes: { html: string; target: string[] }[];
}

/** The findings of axe on the shown page. */
async function violationsOn(page: Page): Promise<Violation[]> {
  await page.evaluate(axeSource);
  await contentShown(page);
  // Colours are judged after the change from one theme to the other.
  await page.evaluate(
    'document.getAnimations().filter((a) => a.effect.getComputedTiming().endTime < Infinity).forEach((a) => a.finish())',
  );
  return page.evaluate(
    `axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) =>
      violations.map(({ id, impact, nodes }) => ({ id, impact, nodes: nodes.map(({ html, target }) => ({ html, target })) })))`,
  );
}

let town: Town;
const counts: string[] = [];

beforeAll(async () => {
  town = await startTown(300);
}, 180_000);
afterAll(async () => {
  await town.close();
  process.stdout.write(
    `axe findings a page, light and dark (critical + serious + moderate + minor):\n${counts.join('\n')}\n`,
  );
});

test.each(screenStates)(
  'axe finds nothing critical or serious on $name',
  async ({ name, open }) => {
    const phone = await open(town, 1);
    const light = await violationsOn(phone.page);
    await phone.page.emulateMedia({ colorScheme: 'dark' });
    const violations = [...light, ...(await violationsOn(phone.page))];
    await phone.close();
    const count = (impact: string): number =>
      violations.filter((violation) => violation.impact === impact).flatMap(({ nodes }) => nodes).length;
    const byImpact = ['critical', 'serious', 'moderate', 'minor'].map(count).join(' + ');
    counts.push(`  ${name}: ${byImpact} (${violations.map(({ id }) => id).join(', ')})`);
    const grave = violations
      .filter(({ impact }) => impact === 'critical' || impact === 'serious')
      .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
    expect(grave).toEqual([]);
  },
  120_000,
);
