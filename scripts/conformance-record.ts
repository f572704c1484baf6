/** One run of the conformance suite, as the record keeps it. */
export interface ConformanceRun {
  /** `the local cloud`, or the id of a deployed environment. */
  where: string;
  /** The day of the run, `YYYY-MM-DD`. */
  when: string;
  /** The versions of the SDKs. */
  through: string;
  passed: number;
  failed: number;
}

const head = `# Conformance: the last runs

When and where the conformance suite ([testing.md](testing.md#conformance)) last ran. Written by \`npm run conformance\`.

| where | when | through | passed | failed |
| ----- | ---- | ------- | -----: | -----: |
`;

const row = /^\|\s*(.+?)\s*\|\s*(\d{4}-\d\d-\d\d)\s*\|\s*(.+?)\s*\|\s*(\d+)\s*\|\s*(\d+)\s*\|$/;

/** Reads the runs of a record, in order. */
export function readRecord(text: string): ConformanceRun[] {
  return text.split('\n').flatMap((line) => {
    const [, where, when, through, passed, failed] = row.exec(line) ?? [];
    return where === undefined || when === undefined || through === undefined
      ? []
      : [{ where, when, through, passed: Number(passed), failed: Number(failed) }];
  });
}

/** The record with this run instead of the last one at the same place. */
export function recordRun(text: string, run: ConformanceRun): string {
  const others = readRecord(text).filter(({ where }) => where !== run.where);
  const rows = [...others, run].sort((a, b) => (a.where < b.where ? -1 : 1));
  return head + rows.map((each) => `${rowOf(each)}\n`).join('');
}

/** The last runs in words, one line each. */
export function toldRuns(text: string): string[] {
  return readRecord(text).map(
    ({ where, when, passed, failed }) => `last run on ${where}: ${when}, ${passed} passed, ${failed} failed`,
  );
}

const rowOf = ({ where, when, through, passed, failed }: ConformanceRun): string =>
  `| ${where} | ${when} | ${through} | ${passed} | ${failed} |`;
