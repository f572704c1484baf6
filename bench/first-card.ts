/**
 * `npm run bench:first-card`: how long a phone four times slower than this machine takes from the start of the navigation to
 * the first card of a board, with the preview's own scripts, data from the local cloud and nothing kept from before.
 * `-- 15` measures so many openings instead of 9.
 */
import { launchBrowser, openPhone } from 'miniprogram-preview/testing';
import { startTown } from '../tests/journeys/town';
import { explain } from '../scripts/explain';

explain(
  `npm run bench:first-card [-- N]

How long a phone four times slower than this machine takes to the first card of a board. N openings, 9 without a number.
`,
  process.argv.slice(2).filter((arg) => !/^[1-9]\d*$/.test(arg)),
);

const throttle = 4;
const goalMs = 800;
const times = Number(process.argv[2] ?? 9);
const page = 'pages/boards/boards?at=430104&board=spare';

/** Runs in the page before its scripts: when the first card has been painted, in milliseconds since the navigation. */
const noteFirstCard = `new MutationObserver((_changes, observer) => {
  if (!document.querySelector('[role=button][aria-label^="提供，"]')) return;
  observer.disconnect();
  requestAnimationFrame(() => setTimeout(() => { globalThis.firstCardMs = performance.now(); }));
}).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ['aria-label'] });`;

interface Opening {
  firstCardMs: number;
  /** What the page's own thread worked until then; other programs of the machine do not count. */
  cpuMs: number;
  /** Bytes of scripts and styles, as sent. */
  bytes: number;
}

async function open(browser: Awaited<ReturnType<typeof launchBrowser>>, origin: string): Promise<Opening> {
  const phone = await openPhone(browser, 'about:blank');
  const session = await phone.page.context().newCDPSession(phone.page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  await session.send('Emulation.setCPUThrottlingRate', { rate: throttle });
  await phone.page.addInitScript(noteFirstCard);
  await phone.page.goto(`${origin}/phone?page=${encodeURIComponent(page)}`, { waitUntil: 'commit' });
  await phone.page.waitForFunction('globalThis.firstCardMs', null, { timeout: 60_000 });
  const { metrics } = await session.send('Performance.getMetrics');
  const cpuMs = 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? NaN);
  const measured = await phone.page.evaluate<Omit<Opening, 'cpuMs'>>(`({
    firstCardMs: globalThis.firstCardMs,
    bytes: performance.getEntriesByType('resource')
      .filter(({ initiatorType }) => initiatorType === 'script' || initiatorType === 'link')
      .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0),
  })`);
  await phone.close();
  return { ...measured, cpuMs };
}

const sorted = (values: number[]): number[] => values.map(Math.round).sort((one, other) => one - other);
const median = (values: readonly number[]): number => values[Math.floor(values.length / 2)] ?? NaN;

async function main(): Promise<void> {
  const town = await startTown(3000);
  const first = await town.phone('');
  const { origin } = new URL(first.page.url());
  await first.close();
  const browser = await launchBrowser();
  try {
    // The first opening warms the functions up.
    await open(browser, origin);
    const openings: Opening[] = [];
    for (let i = 0; i < times; i += 1) openings.push(await open(browser, origin));
    const firstCards = sorted(openings.map(({ firstCardMs }) => firstCardMs));
    const cpu = sorted(openings.map(({ cpuMs }) => cpuMs));
    const kilobytes = Math.round((openings[0]?.bytes ?? 0) / 1024);
    console.log(
      `first card at ${throttle}x CPU: median ${median(firstCards)} ms of ${times} (${firstCards[0]} to ${firstCards.at(-1)}), goal under ${goalMs}; page's thread ${median(cpu)} ms (${cpu[0]} to ${cpu.at(-1)}); scripts and styles ${kilobytes} KB`,
    );
  } finally {
    await browser.close();
    await town.close();
  }
}

void main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
