import { functions } from './desired/functions';
import { variable, variables, type VariableName } from './desired/variables';
import type { Values } from './units/function-variables';

/**
 * The functions that use a secret to be rotated. Throws a sentence when the variable cannot be replaced or has no new
 * value.
 */
export function rotationOf(name: string, given: Values): { functions: string[] } {
  const declared = declaredName(name);
  const { kind, fixed, form } = variable(declared);
  if (kind === 'local' || kind === 'setting' || kind === 'mark')
    throw new Error(`${name} is no secret: a deployment changes it`);
  if (fixed !== undefined && name === declared) throw new Error(`${name} cannot be replaced: ${fixed}`);
  const value = given[name] ?? '';
  if (!form.fits(value)) throw new Error(`the new ${name} is not ${form.text}`);
  return {
    functions: functions
      .filter((each) => each.variables.includes(declared))
      .map((each) => `function ${each.name}`),
  };
}

/** `PHONE_KEY_V2` is a later version of `PHONE_KEY_V1`. */
function declaredName(name: string): VariableName {
  const first = name.replace(/_V\d+$/, '_V1');
  const declared = [name, first].find((each): each is VariableName => Object.hasOwn(variables, each));
  if (declared === undefined) throw new Error(`${name} is no variable of a function`);
  return declared;
}
