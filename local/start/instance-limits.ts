/** What `npm start` and the benchmark of a launch day grant the cloud on one machine. */
export const instanceLimits = {
  /**
   * Each instance has a heap of its own, 40 to 60 MB. Those that mostly wait for a provider or for the database get four, those that answer
   * at once fewer.
   */
  maxInstances: { search: 4, posts: 4, identity: 4, contact: 4, news: 2, moderation: 2, share: 2 } as Record<
    string,
    number
  >,
  /** No person waits longer for a board; the phone shows the one that it kept. A shorter wait would refuse what a short peak only delays. */
  maxWaitMs: 2_000,
} as const;
