/** Something that a person of the city does. */
export type Act = () => Promise<void> | void;

/** What is to happen, minute by minute. */
export interface EventQueue {
  /** The minute that runs now. */
  minute(): number;
  /** In a minute of the past it happens in the present one. `key` orders what happens in one minute. */
  at(minute: number, key: string, act: Act): void;
  /** Runs a minute, with what its own acts add to it. Minutes before it must have been run. */
  run(minute: number): Promise<void>;
}

/** @param step what happens between two steps of so many minutes happens at the later one */
export function createEventQueue(step = 1): EventQueue {
  const byMinute = new Map<number, { key: string; act: Act }[]>();
  let now = 0;
  return {
    minute: () => now,
    at(minute, key, act) {
      const when = Math.max(now, Math.ceil(minute / step) * step);
      const there = byMinute.get(when);
      if (there) there.push({ key, act });
      else byMinute.set(when, [{ key, act }]);
    },
    async run(minute) {
      now = minute;
      for (let due = byMinute.get(minute); due; due = byMinute.get(minute)) {
        byMinute.delete(minute);
        // By key, so that the order does not depend on which timer was first.
        due.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
        for (const { act } of due) await act();
      }
    },
  };
}
