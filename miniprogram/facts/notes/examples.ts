/** What a rule must find and what it must let pass; each text is read on both boards. */
export interface Examples {
  refused: readonly string[];
  accepted: readonly string[];
}

/** By the rule's name. */
export type ExamplesByRule = Readonly<Record<string, Examples>>;
