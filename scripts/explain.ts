/**
 * For a command that takes no options: `--help` explains it, and anything else ends it with 1 before it begins.
 * @param help what is printed, with a line break at its end
 */
export function explain(help: string, args: readonly string[] = process.argv.slice(2)): void {
  if (args.some((arg) => arg === '--help' || arg === '-h')) {
    process.stdout.write(help);
    process.exit(0);
  }
  const [unknown] = args;
  if (unknown === undefined) return;
  console.error(`${unknown} is not known. ${help}`);
  process.exit(1);
}
