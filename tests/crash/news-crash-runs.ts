import { NewsDocument } from '../../cloudfunctions/shared/contract/news-document';
import { seededRandom } from '../../local/providers/api/provider-faults';
import { storeOf } from '../../scripts/operators/store';
import type { Victim } from './death';
import { nameOf } from './matching-people';
import { newsScenarios, type Event, type NewsScenario } from './news-scenarios';
import { startNewsWorld, type NewsWorld } from './news-world';

export interface NewsCrashReport {
  runs: number;
  /** Points of each scenario when no process dies. */
  points: Record<string, number>;
  deaths: Record<NewsVictim, number>;
  /** Messages that reached a phone, and those that a crash may have lost on the way. */
  messages: { delivered: number; unknown: number };
  wrong: string[];
}

type NewsVictim = (typeof victims)[number];

const victims = ['function', 'gateway', 'answer'] as const satisfies readonly Victim[];
const headStartMs = 10 * 60_000;
/** By day, and with time enough for a run a minute and a half. */
const morningMs = Date.parse('2022-12-20T08:00:00+08:00');

/** Interrupts news between any two steps, `runs` times, and looks at inbox and phones after each. */
export async function newsCrashRuns(
  { runs, seed }: { runs: number; seed: number },
  say: (line: string) => void,
): Promise<NewsCrashReport> {
  const random = seededRandom(seed);
  const world = await startNewsWorld(morningMs);
  const report: NewsCrashReport = {
    runs: 0,
    points: {},
    deaths: { function: 0, gateway: 0, answer: 0 },
    messages: { delivered: 0, unknown: 0 },
    wrong: [],
  };
  try {
    await world.minute(['news']);
    for (const scenario of newsScenarios) await run({ world, random, report }, scenario, null);
    while (report.runs < runs && report.wrong.length === 0) {
      const scenario = newsScenarios[report.runs % newsScenarios.length];
      const victim = victims[Math.floor(random() * victims.length)];
      if (!scenario || !victim) break;
      const point = 1 + Math.floor(random() * (report.points[scenario.name] ?? 1));
      report.runs += 1;
      await run({ world, random, report }, scenario, { victim, point });
      if (report.runs % 50 === 0)
        say(`${report.runs} deaths, ${report.messages.delivered} messages delivered`);
    }
  } finally {
    await world.product.close();
  }
  const { deaths, messages, wrong } = report;
  for (const line of wrong) say(`seed ${seed}, ${line}`);
  say(
    `seed ${seed}: ${report.runs} runs, deaths: ${victims.map((victim) => `${victim} ${deaths[victim]}`).join(', ')}; ` +
      `messages: ${messages.delivered} delivered, ${messages.unknown} unknown to the sender; ${wrong.length} wrong`,
  );
  return report;
}

async function run(
  { world, random, report }: { world: NewsWorld; random(): number; report: NewsCrashReport },
  scenario: NewsScenario,
  blow: { victim: NewsVictim; point: number } | null,
): Promise<void> {
  const event = await scenario.prepare(world, random);
  const death = blow && { victim: blow.victim, moment: { point: blow.point } };
  const { points, struck } = await world.during(death, () => event.work().catch(() => undefined));
  if (!blow) report.points[scenario.name] = points;
  if (blow && struck) report.deaths[blow.victim] += 1;
  await event.recover();
  const wrong = await wrongs(world, event, struck, report);
  report.wrong.push(
    ...wrong.map((line) => `run ${report.runs}, ${scenario.name}, ${JSON.stringify(blow)}: ${line}`),
  );
  await event.close();
}

/** No message twice or without acceptance, no news missing or doubled, and no person beyond the portions. */
async function wrongs(
  { product, phones }: NewsWorld,
  { postId, readers }: Event,
  struck: boolean,
  { messages }: NewsCrashReport,
): Promise<string[]> {
  const wrong: string[] = [];
  // By post: a query of the platform answers a thousand documents at most.
  const found = await storeOf(product.cloud.database).find('news', { postId }, 100);
  const all = found.map((each) => NewsDocument.parse(each));
  const openidOf = (personId: string) => `openid-${nameOf(personId)}`;
  const inbox = all
    .map(({ recipient, kind }) => `${openidOf(recipient)} ${kind}`)
    .sort()
    .join();
  const wanted = readers
    .map(({ openid, kind }) => `${openid} ${kind}`)
    .sort()
    .join();
  if (inbox !== wanted) wrong.push(`the inbox has ${inbox}, not ${wanted}`);
  const times = all.map(({ atMs }) => atMs);
  if (Math.max(...times) - Math.min(...times) >= headStartMs) wrong.push('a second wave came');
  for (const { openid, accepted } of readers) {
    const count = phones.get(openid)?.length ?? 0;
    const sending = all.find(({ recipient }) => openidOf(recipient) === openid)?.sending;
    messages.delivered += count;
    if (sending === 'claimed') messages.unknown += 1;
    if (count > accepted) wrong.push(`${openid} accepted ${accepted} and got ${count}`);
    if (accepted > count && (!struck || sending === 'sent'))
      wrong.push(`${openid} got no message: ${sending}`);
    if (sending === 'due') wrong.push(`a message to ${openid} is still due`);
  }
  const strangers = [...phones].filter(([, got]) => new Set(got).size !== got.length);
  wrong.push(...strangers.map(([openid]) => `${openid} got the same message twice`));
  return wrong;
}
