import { waitUntilActive } from '../cloud/active-function';
import type { Cloud, FunctionDetail, FunctionSettings } from '../cloud/cloud';
import { runtime } from '../desired/desired-state';
import type { CloudFunction } from '../desired/functions';
import { sameCode, type FunctionCode } from './function-code';
import type { Difference, Unit } from './unit';
import type { Values, VariablePlan } from './function-variables';

export interface WantedFunction {
  spec: CloudFunction;
  code: FunctionCode;
  /** Decides the variables, given the values in the cloud. */
  plan(live: Values | undefined): VariablePlan;
}

/**
 * One cloud function: code, settings, environment variables and timers. Timers that are not declared are shown and left
 * alone.
 */
export function functionUnit(wanted: WantedFunction, cloud: Cloud | undefined): Unit {
  const { spec, code, plan } = wanted;
  return {
    name: `function ${spec.name}`,
    async differences() {
      if (cloud === undefined) return asNew(wanted);
      const live = await liveFunction(spec.name, cloud);
      if (live === undefined) {
        const func = settings(spec, plan({}).values);
        const text = `create: ${settingsText(spec)}, code of ${code.text}`;
        const mend = async () => {
          await cloud.functions.createFunction({ func, base64Code: code.zip.toString('base64') });
          await waitUntilActive(spec.name, cloud);
        };
        return [{ kind: 'create', text, mend }];
      }
      return [
        ...runtimeDifferences(live),
        ...(await codeDifferences(wanted, live, cloud)),
        ...settingsDifferences(wanted, live, cloud),
        ...timerDifferences(spec, live, cloud),
      ];
    },
  };
}

/** The variables of a function in the cloud; `undefined` when the function is missing. */
export async function liveVariables(name: string, cloud: Cloud): Promise<Values | undefined> {
  const live = await liveFunction(name, cloud);
  return live && variablesOf(live);
}

/** Functions that exist without being declared. */
export async function foreignFunctions(wanted: CloudFunction[], cloud: Cloud): Promise<string[]> {
  const declared = new Set(wanted.map(({ name }) => name));
  return (await functionNames(cloud)).filter((name) => !declared.has(name));
}

const asNew = ({ spec, code }: WantedFunction): Difference[] => [
  { kind: 'create', text: `create: ${settingsText(spec)}, code of ${code.text}` },
  ...spec.timers.map((timer): Difference => ({ kind: 'create', text: timerText(timer) })),
];

async function functionNames(cloud: Cloud): Promise<string[]> {
  const listed = await cloud.functions.listAllFunctions({ envId: cloud.envId });
  return listed.map(({ FunctionName }) => FunctionName);
}

async function liveFunction(name: string, cloud: Cloud): Promise<FunctionDetail | undefined> {
  if (!(await functionNames(cloud)).includes(name)) return undefined;
  return cloud.functions.getFunctionDetail(name);
}

function variablesOf({ Environment }: FunctionDetail): Record<string, string> {
  return Object.fromEntries((Environment?.Variables ?? []).map(({ Key, Value }) => [Key, Value]));
}

function runtimeDifferences({ Runtime }: FunctionDetail): Difference[] {
  if (Runtime === runtime) return [];
  const text = `runtime ${runtime}, is ${Runtime}: it cannot be changed. Delete the function in the console first`;
  return [{ kind: 'blocked', text }];
}

async function codeDifferences(
  { spec, code, plan }: WantedFunction,
  live: FunctionDetail,
  cloud: Cloud,
): Promise<Difference[]> {
  const { Url } = await cloud.functions.getFunctionDownloadUrl(spec.name);
  const isCalled = live.Handler === handler;
  if (isCalled && (await sameCode(code, Url))) return [];
  const func = settings(spec, plan(variablesOf(live)).values);
  return [
    {
      kind: 'change',
      text: isCalled ? `code of ${code.text}, is another` : `handler ${handler}, is ${live.Handler}`,
      async mend() {
        await waitUntilActive(spec.name, cloud);
        await cloud.functions.updateFunctionCode({ func, base64Code: code.zip.toString('base64') });
        await waitUntilActive(spec.name, cloud);
      },
    },
  ];
}

function settingsDifferences(
  { spec, plan }: WantedFunction,
  live: FunctionDetail,
  cloud: Cloud,
): Difference[] {
  const there = variablesOf(live);
  const { values } = plan(there);
  const texts = [
    ...(live.Timeout === spec.timeoutSeconds
      ? []
      : [`timeout ${spec.timeoutSeconds} s, is ${live.Timeout} s`]),
    ...(live.MemorySize === spec.memoryMb ? [] : [`memory ${spec.memoryMb} MB, is ${live.MemorySize} MB`]),
    ...Object.entries(values)
      .filter(([name, value]) => there[name] !== value)
      .map(([name]) => `${name} ${there[name] ? 'replaced' : 'set'}`),
  ];
  if (texts.length === 0) return [];
  return [
    {
      kind: 'change',
      part: 'settings',
      text: texts.join(', '),
      async mend() {
        await waitUntilActive(spec.name, cloud);
        await cloud.functions.updateFunctionConfig(settings(spec, values));
        await waitUntilActive(spec.name, cloud);
      },
    },
  ];
}

function timerDifferences(spec: CloudFunction, live: FunctionDetail, cloud: Cloud): Difference[] {
  const there = (live.Triggers ?? [])
    .filter(({ Type }) => Type === 'timer')
    .map(({ TriggerName, TriggerDesc, Enable }) => ({
      name: TriggerName,
      cron: cronOf(TriggerDesc),
      isOff: Enable === 0,
    }));
  const create = (timer: Timer) =>
    cloud.functions.createFunctionTriggers(spec.name, [
      { name: timer.name, type: 'timer', config: timer.cron },
    ]);
  const differences = spec.timers.flatMap((timer): Difference[] => {
    const same = there.find(({ name }) => name === timer.name);
    if (same === undefined) return [{ kind: 'create', text: timerText(timer), mend: () => create(timer) }];
    if (same.cron === timer.cron && !same.isOff) return [];
    return [
      {
        kind: 'change',
        text: `${timerText(timer)}, is ${same.isOff ? 'switched off' : same.cron}`,
        async mend() {
          await cloud.functions.deleteFunctionTrigger(spec.name, timer.name);
          await create(timer);
        },
      },
    ];
  });
  const declared = new Set(spec.timers.map(({ name }) => name));
  const foreign = there
    .filter(({ name }) => !declared.has(name))
    .map((timer): Difference => ({ kind: 'foreign', text: `${timerText(timer)} is not declared` }));
  return [...differences, ...foreign];
}

const handler = 'index.main';

type Timer = CloudFunction['timers'][number];

/** Given `0 * * * * * *`, the platform answers `{"cron": "0 * * * * * *"}`. */
function cronOf(description: string): string {
  if (!description.startsWith('{')) return description;
  return String((JSON.parse(description) as { cron?: string }).cron);
}

const timerText = ({ name, cron }: Timer): string => `timer ${name} at ${cron}`;

const settingsText = ({ timeoutSeconds, memoryMb }: CloudFunction): string =>
  `${runtime}, ${timeoutSeconds} s, ${memoryMb} MB`;

const settings = (spec: CloudFunction, envVariables: Record<string, string>): FunctionSettings => ({
  name: spec.name,
  handler,
  runtime,
  timeout: spec.timeoutSeconds,
  memorySize: spec.memoryMb,
  installDependency: false,
  envVariables,
});
