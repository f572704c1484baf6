import { contract, type FunctionName } from '../../cloudfunctions/shared/contract/contract';
import type { Role } from '../../cloudfunctions/shared/contract/actor';
import type { Call, CallResponse } from '../../cloudfunctions/shared/contract/call';
import { CallFailure, commonErrors } from '../../cloudfunctions/shared/contract/errors';
import { errorTable } from '../../miniprogram/facts/errors';
import { seededRandom } from '../../local/providers/api/provider-faults';
import { startProduct, type Product } from '../integration/product';
import { sampleInputs, type Named } from '../integration/sample-inputs';
import { endFailures, failures, type Failure, type FailingWorld } from './failures';
import { oddInput, oneOf } from './odd-inputs';
import { buildTown, type Town } from './town';

export interface FuzzReport {
  calls: number;
  /** How often each code was answered. */
  answers: Record<string, number>;
  /** Calls that the platform ended for their time. */
  timedOut: number;
  /** How often each failure was at work during a call. */
  failed: Record<string, number>;
  /** Answers that break a rule, each with what is needed to repeat it. */
  wrong: string[];
}

/** A new town comes after so many batches, because much of the old one is closed, erased or over its quota. */
const batchesOfTown = 12;
/** Calls at once. A failure strikes a whole batch. */
const batchSize = 4;
const shareWithFailure = 0.4;
/** Visitors without an openid are one caller, with one budget an hour. */
const townsAnHour = 10;
const hourMs = 3_600_000;
/** Calls by people who may make them, because those alone reach the use case. */
const shareAdmitted = 0.6;

/** People of a town who play these roles. */
const rolesOf: Record<string, readonly Role[]> = {
  visitor: ['guest'],
  stranger: ['guest'],
  phoned: ['guest'],
  poster: ['guest', 'member', 'owner'],
  viewer: ['guest', 'member', 'owner'],
  other: ['guest', 'member', 'owner'],
  volunteer: ['volunteer'],
  operator: ['operator'],
};

interface Trial {
  functionName: FunctionName;
  name: string;
  call: Call;
  role: string;
  openid: string;
  input: unknown;
}

/** Every call with valid and odd inputs in every role, some of them while something that they need fails. */
export async function fuzzRuns(
  { calls, seed }: { calls: number; seed: number },
  say: (line: string) => void,
): Promise<FuzzReport> {
  const random = seededRandom(seed);
  const wechat: FailingWorld['wechat'] = { answer: null };
  const product = await startProduct({}, {}, (openApi) => async (name, args, caller) => {
    const answer = await openApi(name, args, caller);
    return wechat.answer ?? answer;
  });
  const world = { product, wechat };
  const report: FuzzReport = { calls: 0, answers: {}, timedOut: 0, failed: {}, wrong: [] };
  try {
    for (let batch = 0, town: Town | undefined; report.calls < calls; batch += 1) {
      const towns = Math.floor(batch / batchesOfTown);
      if (batch % batchesOfTown === 0) {
        town = await buildTown(product, `t${towns}`).catch(tookTooLong);
        if (towns % townsAnHour === 0) await product.cloud.clock.advance(hourMs, { fire: 'once' });
      }
      if (town) await runBatch(world, town, report, random);
      if (report.calls % 1000 < batchSize) say(`${report.calls} calls, ${report.wrong.length} wrong`);
    }
  } finally {
    await product.close();
  }
  if (report.timedOut > report.calls / 100) report.wrong.push(`${report.timedOut} calls took too long`);
  for (const line of report.wrong) say(`seed ${seed}: ${line}`);
  return report;
}

async function runBatch(
  world: FailingWorld,
  town: Town,
  report: FuzzReport,
  random: () => number,
): Promise<void> {
  const failure = random() < shareWithFailure ? oneOf(failures, random) : undefined;
  const trials = Array.from({ length: batchSize }, () => draw(town, random));
  failure?.begin(world);
  const answers = await Promise.all(trials.map((trial) => answerOf(world.product, trial)));
  endFailures(world);
  for (const [at, trial] of trials.entries()) {
    const answer = answers[at];
    if (!answer) {
      report.timedOut += 1;
      continue;
    }
    const code = answer.ok ? 'ok' : answer.error.code;
    report.calls += 1;
    report.answers[code] = (report.answers[code] ?? 0) + 1;
    if (failure) report.failed[failure.name] = (report.failed[failure.name] ?? 0) + 1;
    for (const fault of faultsOf(world.product, town, trial, answer, failure))
      report.wrong.push(`${fault} | ${asLine(trial)} | ${failure?.name ?? 'nothing fails'}`);
  }
}

const everyCall = (Object.keys(contract) as FunctionName[]).flatMap((functionName) =>
  Object.entries(contract[functionName] as Record<string, Call>).map(([name, call]) => ({
    functionName,
    name,
    call,
  })),
);

function draw(town: Town, random: () => number): Trial {
  const { functionName, name, call } = oneOf(everyCall, random);
  const everybody = Object.entries(town.people);
  const admitted = everybody.filter(([role]) => rolesOf[role]?.some((each) => call.who.includes(each)));
  const [role, openid] = oneOf(random() < shareAdmitted ? admitted : everybody, random);
  const named: Named = {
    postId: oneOf(town.postIds, random),
    grantId: oneOf(town.grantIds, random),
    alertId: oneOf(town.alertIds, random),
  };
  const samples = sampleInputs[functionName] as Record<string, (named: Named) => unknown>;
  const input = oddInput(samples[name]?.(named), town.ids, random);
  return { functionName, name, call, role, openid, input };
}

type Answer = CallResponse<unknown> & { requestId?: string };

async function answerOf(
  product: Product,
  { functionName, name, openid, input }: Trial,
): Promise<Answer | undefined> {
  try {
    return await product.callRaw(functionName, { call: name, input }, openid);
  } catch (error) {
    if (isTooLong(error)) return undefined;
    return {
      ok: false,
      error: { code: 'internal', message: `no answer: ${String(error)}`, retry: 'later', requestId: '' },
    };
  }
}

/** The platform ends a call for its time: on a busy machine, or after a connection was lost again and again. */
const isTooLong = (error: unknown): boolean => /time limit exceeded/.test(String(error));

function tookTooLong(error: unknown): undefined {
  if (!isTooLong(error)) throw error;
}

/** The rules that an answer breaks. */
function faultsOf(
  product: Product,
  town: Town,
  { call }: Trial,
  answer: Answer,
  failure: Failure | undefined,
): string[] {
  const faults: string[] = [];
  const text = JSON.stringify(answer);
  if (town.phones.some((phone) => text.includes(phone))) faults.push('the answer holds a phone number');
  const log = product.cloud
    .logs(answer.requestId ?? '')
    .map((line) => line.text)
    .join('');
  if (log.includes('brokenDocument')) faults.push(`a stored document is broken: ${log}`);
  if (answer.ok) return faults;
  const { code, message, retry } = answer.error;
  if (!new Set<string>([...call.errors, ...commonErrors]).has(code)) faults.push(`${code} is not listed`);
  if (!CallFailure.safeParse(answer.error).success) faults.push(`no failure of the contract: ${text}`);
  if (!/[一-龥]/.test(message) || retry !== errorTable[code].retry) faults.push(`no sentence: ${text}`);
  if (code === 'internal' && !failure?.causes.includes('internal'))
    faults.push(`internal: ${log || message}`);
  if (code === 'internal' && !log.includes('"alarm"')) faults.push(`internal without an alarm: ${log}`);
  if (code === 'busy' && !/"busy":"(?!unnamed)/.test(log)) faults.push(`busy without a cause: ${log}`);
  return faults;
}

const asLine = ({ functionName, name, role, input }: Trial): string =>
  `${functionName}.${name} by ${role} with ${(JSON.stringify(input) ?? 'nothing').slice(0, 600)}`;
