/** Items of a timer's work that failed in one run. They are due again in the next one. */
export interface Failures {
  readonly count: number;
  /** The first failure. */
  readonly first: unknown;
  /** Null when `work` fails, which is counted; so one item does not stop the others. */
  attempt<T>(work: () => Promise<T>): Promise<T | null>;
}

export function createFailures(): Failures {
  const thrown: unknown[] = [];
  return {
    get count() {
      return thrown.length;
    },
    get first() {
      return thrown[0];
    },
    async attempt(work) {
      try {
        return await work();
      } catch (error) {
        thrown.push(error);
        return null;
      }
    },
  };
}
