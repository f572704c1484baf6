import type { z } from 'zod';
import { ApiError } from './api-error';

/** Checks an action's parameters as the cloud API does: it names a missing, unknown or mistyped one. */
export function readParameters<T extends z.ZodType>(schema: T, given: unknown): z.infer<T> {
  const { success, data, error } = schema.safeParse(given);
  if (success) return data;
  const [issue] = error.issues;
  const path = issue?.path.join('.') ?? '';
  if (issue?.code === 'unrecognized_keys')
    throw new ApiError('UnknownParameter', `The parameter \`${issue.keys.join(', ')}\` is not recognized.`);
  if (issue?.code === 'invalid_type' && valueAt(given, issue.path) === undefined)
    throw new ApiError('MissingParameter', `The request is missing a required parameter \`${path}\`.`);
  throw new ApiError(
    'InvalidParameterValue',
    `The value of the parameter \`${path}\` is not valid: ${issue?.message}.`,
  );
}

function valueAt(given: unknown, path: PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
    given,
  );
}
