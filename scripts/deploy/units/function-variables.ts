import type { CloudFunction } from '../desired/functions';
import { variable, type VariableName } from '../desired/variables';

/**
 * The decision about a function's environment variables. A deployment replaces all of them at once, so each one needs a
 * decision.
 */
export interface VariablePlan {
  /** All values that the function will have. */
  values: Record<string, string>;
  /** One line for each variable; never a secret's value. */
  lines: string[];
  /** What stops the deployment, one sentence each. */
  faults: string[];
}

export type Values = Readonly<Record<string, string | undefined>>;

/** The platform's size limit for all variables of a function. */
const mostBytes = 4096;

/**
 * Decides the variables of one function. A secret in the cloud is kept, whatever is given, because replacing it is a
 * separate command.
 * @param given values of the deployment's file
 * @param live values in the cloud; `undefined` when it was not read
 * @param rotated names whose given value replaces the one in the cloud
 */
export function planVariables(
  { name: functionName, variables }: CloudFunction,
  given: Values,
  live: Values | undefined,
  rotated: ReadonlySet<string> = new Set(),
): VariablePlan {
  const plan: VariablePlan = { values: {}, lines: [], faults: [] };
  for (const name of variables) decide(name, { given, live, rotated }, plan);
  for (const [name, value] of Object.entries(live ?? {})) {
    if (variables.includes(name as VariableName) || value === undefined || value === '') continue;
    plan.values[name] = value;
    plan.lines.push(`${name}  kept: not declared, ${value.length} characters`);
  }
  for (const [name, value] of Object.entries(versionsOf(variables, given, rotated))) {
    plan.values[name] = value;
    plan.lines.push(`${name}  new version, ${value.length} characters`);
  }
  const bytes = Object.entries(plan.values).reduce(
    (sum, [name, value]) => sum + Buffer.byteLength(name) + Buffer.byteLength(value),
    0,
  );
  if (bytes > mostBytes)
    plan.faults.push(`function ${functionName}: its variables have ${bytes} bytes, at most ${mostBytes} fit`);
  return plan;
}

interface Known {
  given: Values;
  live: Values | undefined;
  rotated: ReadonlySet<string>;
}

function decide(name: VariableName, { given, live, rotated }: Known, plan: VariablePlan): void {
  const { kind, purpose, form, usual } = variable(name);
  if (kind === 'local') return;
  const own = given[name] || usual || '';
  const there = live?.[name] ?? '';
  if (kind === 'mark' && there !== '' && there !== own) {
    plan.values[name] = there;
    plan.lines.push(`${name}  is ${there}, not ${own}`);
    plan.faults.push(`${name} is ${there} in the cloud, not ${own}: ${variable(name).fixed ?? purpose}`);
    return;
  }
  const keep = there !== '' && kind !== 'setting' && !rotated.has(name);
  if (keep && kind === 'key' && given[name] && given[name] !== there) {
    plan.values[name] = there;
    plan.lines.push(`${name}  ANOTHER in the cloud, ${there.length} characters`);
    plan.faults.push(
      `${name} is another in the cloud, so that the file may be that of another environment: give the cloud's, or leave the line empty to keep it`,
    );
    return;
  }
  if (!keep && own === '') {
    plan.lines.push(`${name}  MISSING: ${form.text} (${purpose})`);
    plan.faults.push(`${name} is missing: ${form.text} (${purpose})`);
    return;
  }
  if (!keep && !form.fits(own)) {
    plan.lines.push(`${name}  WRONG: ${own.length} characters that are not ${form.text}`);
    plan.faults.push(`${name} is not ${form.text}`);
    return;
  }
  plan.values[name] = keep ? there : own;
  plan.lines.push(`${name}  ${stateText({ kind, own, there, keep, asked: live !== undefined })}`);
}

function stateText(of: { kind: string; own: string; there: string; keep: boolean; asked: boolean }): string {
  const { kind, own, there, keep, asked } = of;
  if (kind === 'setting' || kind === 'mark')
    return there === '' || there === own ? own : `${own}, is ${there}`;
  if (!asked) return `given, ${own.length} characters`;
  if (!keep) return `${there === '' ? 'set' : 'replaced'}, ${own.length} characters`;
  if (given(own) && own !== there) return `kept as it is in the cloud, which differs from what is given`;
  return `in the cloud, ${there.length} characters`;
}

const given = (value: string): boolean => value !== '';

/** The versions of a key: the first is declared, and each rotation adds the next (`PHONE_KEY_V2`). */
function versionsOf(
  variables: readonly string[],
  values: Values,
  rotated: ReadonlySet<string>,
): Record<string, string> {
  return Object.fromEntries(
    [...rotated].flatMap((name) => {
      const value = values[name];
      const first = name.replace(/_V\d+$/, '_V1');
      return first !== name && variables.includes(first) && value ? [[name, value]] : [];
    }),
  );
}
