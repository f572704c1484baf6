/** What `npm start` and the benchmark of a launch day grant the cloud on one machine. */
export const instanceLimits = {
  /** A board that comes later than this is no use to a person who waits for it; the phone shows the one it kept. */
  maxWaitMs: 300,
} as const;
