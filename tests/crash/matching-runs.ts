import type { NewsDocument } from '../../cloudfunctions/shared/contract/news-document';
import type { RoundDocument } from '../../cloudfunctions/shared/contract/matching-documents';
import { catalogueItem } from '../../local/seed/catalogue';
import { seededRandom } from '../../local/providers/api/provider-faults';
import { booksOf, documents } from '../integration/contact-ledger';
import { output, personIdOf, startProduct, type Product } from '../integration/product';
import { expectedRun, type City, type Notice } from './matching-oracle';
import { createDraws } from './matching-draws';
import {
  answer,
  block,
  contact,
  erase,
  moveIn,
  nameOf,
  publish,
  rest,
  stopWatching,
  wait,
  watch,
  withdraw,
  type LiveCity,
} from './matching-people';

export interface MatchingReport {
  cities: number;
  runs: number;
  notices: number;
  messages: number;
  wrong: string[];
}

const minuteMs = 60_000;
const hour = 60;
const midnightMs = Date.parse('2022-12-20T00:00:00+08:00');
/** No span of the rule is a number of weeks of minutes, so that a clock that runs on a little never decides. */
const week = 7;
const people = 24;
const steps = 24;

/** Random cities on the local cloud: in each run of the timer exactly those are notified whom the oracle names. */
export async function matchingRuns(
  { cities, seed }: { cities: number; seed: number },
  say: (line: string) => void,
): Promise<MatchingReport> {
  const report: MatchingReport = { cities: 0, runs: 0, notices: 0, messages: 0, wrong: [] };
  while (report.cities < cities && report.wrong.length === 0) {
    await liveInCity(seed + report.cities, report);
    report.cities += 1;
    if (report.cities % 10 === 0) say(`${report.cities} cities`);
  }
  for (const line of report.wrong) say(line);
  say(
    `seed ${seed}: ${report.cities} cities, ${report.runs} runs of the timer, ${report.notices} people notified, ` +
      `${report.messages} messages on phones; ${report.wrong.length} wrong`,
  );
  return report;
}

async function liveInCity(seed: number, report: MatchingReport): Promise<void> {
  const random = seededRandom(seed);
  const phones: Record<string, (string | undefined)[]> = {};
  // A minute at which no run of the timer comes near the ends of the night.
  let now = 6 * hour + 5 + week * Math.floor(random() * 60);
  const product = await startProduct(
    { nowMs: midnightMs + now * minuteMs + 2_000 },
    { onMessage: (openid, { page }) => void (phones[openid] ??= []).push(/id=(\w+)/.exec(page ?? '')?.[1]) },
  );
  try {
    const live: LiveCity = { product, draws: createDraws(random), city: emptyCity() };
    const accepted = await settleIn(live, random);
    const all: Notice[] = [];
    const seen = new Set<string>();
    for (let step = 0; step < steps && report.wrong.length === 0; step += 1) {
      const isEarly = step < steps / 2;
      if (step > 0) await act(live, { step, isEarly, random, now });
      const minutes = week * (isEarly && random() < 0.35 ? 8 + Math.floor(random() * 50) : 1 + (step % 2));
      now += minutes;
      await passTime(product, minutes, midnightMs + now * minuteMs);
      const expected = expectedRun(live.city, now);
      const got = await freshMatches(product, seen);
      all.push(...expected);
      report.runs += 1;
      report.notices += expected.length;
      if (sorted(got) !== sorted(expected))
        report.wrong.push(
          `city ${seed}, step ${step}, minute ${now}: notified ${sorted(got)}, expected ${sorted(expected)}`,
        );
    }
    if (report.wrong.length > 0) return;
    await passTime(product, week, midnightMs + (now + week) * minuteMs);
    report.wrong.push(...wrongMessages(all, accepted, phones).map((line) => `city ${seed}: ${line}`));
    report.messages += Object.values(phones).flat().length;
  } finally {
    await product.close();
  }
}

const emptyCity = (): City => ({
  rounds: [],
  waiting: [],
  notifiedAt: new Map(),
  unreachable: new Set(),
  ingredientsOf: (code) => catalogueItem(code).ingredients,
});

const sorted = (notices: readonly Notice[]): string =>
  JSON.stringify(notices.map(({ postId, personId }) => `${postId} ${personId}`).sort());

/** Everybody moves in; answers how many messages the phone of each takes. */
async function settleIn(live: LiveCity, random: () => number): Promise<Map<string, number>> {
  const { product } = live;
  const accepted = new Map<string, number>();
  for (let at = 0; at < people; at += 1) {
    const name = `p${at}`;
    const openid = await moveIn(live, name);
    if (random() < 0.8) await wait(live, name, 3 + at);
    if (random() < 0.3) await watch(live, name);
    const [counted, taken] = [Math.floor(random() * 3), Math.floor(random() * 3)];
    for (let time = 0; time < counted; time += 1) {
      output(await product.call('news', 'accepted', { templates: ['match'] }, openid));
      // Somebody may withdraw in WeChat's settings what the program still counts.
      if (time < taken) product.providers.wechat.acceptMessages(openid, ['local-message-match']);
    }
    accepted.set(personIdOf(name), Math.min(counted, taken));
  }
  return accepted;
}

/** What people do between two runs of the timer. Contacts come late, so that none ends by itself. */
async function act(
  live: LiveCity,
  { step, isEarly, random, now }: { step: number; isEarly: boolean; random(): number; now: number },
): Promise<void> {
  if (random() < 0.6) {
    await moveIn(live, `d${step}`);
    await publish(live, `d${step}`, random() < 0.6 ? 'spare' : 'need');
  }
  const chance = random();
  if (chance < 0.15) await withdraw(live);
  else if (chance < 0.25) await stopWatching(live);
  else if (chance < 0.4) await watch(live, `p${step % people}`);
  else if (chance < 0.47) await block(live, `p${step % 6}`);
  else if (chance < 0.54 && step > 6 && step < 12) await erase(live, `p${step}`);
  else if (chance >= 0.9) await rest(live);
  else if (chance >= 0.8) await answer(live, now);
  else if (!isEarly) await contact(live, `p${12 + (step % 12)}`);
}

/** Only the timer of the news runs: the others have no part in the rule, and would take most of the time. */
async function passTime(product: Product, minutes: number, untilMs: number): Promise<void> {
  const wake = ['contact', 'moderation', 'posts', 'identity'].map((functionName) =>
    product.cloud.faults.add({ functionName, kind: 'error' }),
  );
  await runNews(product, minutes, untilMs);
  for (const each of wake) each();
}

async function runNews(product: Product, minutes: number, untilMs: number): Promise<void> {
  await product.cloud.clock.advance(minutes * minuteMs, { fire: 'once' });
  // A loaded machine may leave waves to the next minute.
  for (let more = 0; more < 5; more += 1) {
    const rounds = await documents<RoundDocument>(booksOf(product), 'rounds');
    if (rounds.every(({ nextAtMs }) => nextAtMs === null || nextAtMs > untilMs)) return;
    await product.cloud.clock.advance(minuteMs, { fire: 'once' });
  }
}

async function freshMatches(product: Product, seen: Set<string>): Promise<Notice[]> {
  const matches = (await documents<NewsDocument>(booksOf(product), 'news')).filter(
    ({ _id, kind }) => kind.startsWith('match') && !seen.has(_id),
  );
  for (const { _id } of matches) seen.add(_id);
  return matches.map(({ postId, recipient }) => ({ postId: postId ?? '', personId: recipient }));
}

/** Each phone gets the first matches of its person, as many as were accepted, and no phone gets more. */
function wrongMessages(
  notices: readonly Notice[],
  accepted: ReadonlyMap<string, number>,
  phones: Readonly<Record<string, readonly (string | undefined)[]>>,
): string[] {
  return [...accepted].flatMap(([personId, most]) => {
    const expected = notices.filter((each) => each.personId === personId).slice(0, most);
    const openid = `openid-${nameOf(personId)}`;
    const [got, wanted] = [(phones[openid] ?? []).join(), expected.map(({ postId }) => postId).join()];
    return got === wanted ? [] : [`the phone of ${openid} got ${got}, expected ${wanted}`];
  });
}
