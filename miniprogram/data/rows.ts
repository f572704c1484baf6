/**
 * Things of a list from their values, with the names of the fields written once, because a phone loads the file when it starts. A hole is a
 * field that a thing lacks. The generator of the data has checked them.
 */
export const rows = <Thing>(names: readonly string[], values: readonly (readonly unknown[])[]): Thing[] =>
  values.map(
    (row) =>
      Object.fromEntries(
        names.map((name, at) => [name, row[at]] as const).filter(([, value]) => value !== undefined),
      ) as Thing,
  );
