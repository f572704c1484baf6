/** Logs each line the first time only: files are read again whenever code changes, and say the same again. */
export function logOnce(log: (line: string) => void): (line: string) => void {
  const logged = new Set<string>();
  return (line) => {
    if (!logged.has(line)) log(line);
    logged.add(line);
  };
}
