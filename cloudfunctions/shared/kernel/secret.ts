import { Misconfigured } from './misconfigured';

/** A secret of the function's environment. A missing one is reported at its first use, by its name only. */
export function secret(name: string): string {
  const value = process.env[name];
  if (!value) throw new Misconfigured(`the environment variable ${name} is not set`);
  return value;
}
