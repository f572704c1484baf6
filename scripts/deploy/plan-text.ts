import type { Deployment } from './deployment';
import type { ByHand } from './by-hand';
import type { Plan } from './plan';
import type { Difference } from './units/unit';

const signs: Record<Difference['kind'], string> = { create: '+', change: '~', foreign: '?', blocked: '!' };

/**
 * The plan for people: `+` will be made, `~` changed, `?` left alone because it is not declared, and `!` stops the
 * deployment.
 */
export function planText(
  deployment: Deployment,
  plan: Plan,
  program: string[],
  byHand: ByHand[],
  faults: string[],
): string {
  const lines = [headline(deployment, plan)];
  const unitLines = (name: string, differences: Difference[], variables: string[] = []) => [
    '',
    plan.asked && differences.length === 0 ? `${name}  as wanted` : name,
    ...differences.map(({ kind, text }) => `  ${signs[kind]} ${text}`),
    ...variables.map((line) => `      ${line}`),
  ];
  for (const { unit, differences, variables } of plan.functions)
    lines.push(...unitLines(unit.name, differences, variables.lines));
  for (const { unit, differences } of plan.others) lines.push(...unitLines(unit.name, differences));
  if (plan.foreign.length > 0) lines.push('', `not declared, left as they are: ${plan.foreign.join(', ')}`);
  lines.push('', 'mini-program', ...program.map((line) => `  ${line}`));
  lines.push('', 'by hand, because no API does it');
  for (const { name, what, where, done } of byHand)
    lines.push(`  [${done ? 'x' : ' '}] ${name}: ${what}`, `      ${where}`);
  if (faults.length > 0)
    lines.push('', 'A deployment refuses to begin:', ...faults.map((line) => `  ! ${line}`));
  lines.push('', summary(plan));
  return lines.join('\n');
}

function headline({ name, file, envId }: Deployment, { asked }: Plan): string {
  const target = `environment "${name}"${envId === undefined ? '' : `, ${envId}`}`;
  return asked
    ? `Plan for ${target}`
    : `Plan for ${target}: no account in ${file}, so that it is compared with an empty environment`;
}

function summary({ functions, others }: Plan): string {
  const all = [...functions, ...others].flatMap(({ differences }) => differences);
  const count = (wanted: Difference['kind']) => all.filter(({ kind }) => kind === wanted).length;
  return `${count('create')} to create, ${count('change')} to change`;
}
