/** What `npm start` and the benchmark of a launch day grant the cloud on one machine. */
export const instanceLimits = {
  /**
   * Each instance has a heap of its own, 30 to 80 MB. Those that also wait for a provider get three. A search waits for the database alone,
   * so that one for each core suffices, and fewer instances give a hot answer again more often.
   */
  maxInstances: { search: 2, posts: 3, identity: 3, contact: 3, news: 2, moderation: 2, share: 2 } as Record<
    string,
    number
  >,
  /** No person waits longer for a board; the phone shows the one that it kept. A shorter wait would refuse what a short peak only delays. */
  maxWaitMs: 2_000,
} as const;
