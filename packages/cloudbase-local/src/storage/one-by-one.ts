/** Runs work with the same key one after another, and work with different keys at the same time. */
export function oneByOne(): <T>(name: string, run: () => Promise<T>) => Promise<T> {
  const latest = new Map<string, Promise<unknown>>();
  return (name, run) => {
    const turn = (latest.get(name) ?? Promise.resolve()).then(run, run);
    latest.set(name, turn);
    const leave = (): void => {
      if (latest.get(name) === turn) latest.delete(name);
    };
    turn.then(leave, leave);
    return turn;
  };
}
