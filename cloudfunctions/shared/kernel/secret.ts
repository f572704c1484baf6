/** A secret of the function's environment; what is missing is said at the first use, by its name only. */
export function secret(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`the environment variable ${name} is not set: see docs/deploy.md`);
  return value;
}
