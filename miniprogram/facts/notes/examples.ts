/** Texts that a rule must find and texts that it must let pass; each is read on both boards. */
export interface Examples {
  refused: readonly string[];
  accepted: readonly string[];
}

/** Examples by the name of the rule that they belong to. */
export type ExamplesByRule = Readonly<Record<string, Examples>>;
