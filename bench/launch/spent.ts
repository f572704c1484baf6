import type { Part } from './thread-times';
import type { ProductProcess } from './product-process';

/** What a run used. */
export interface Spent {
  /** CPU milliseconds by part of the product, and those of the driver. */
  cpuMs: Record<Part | 'driver', number>;
  /** Memory of the product at each sample, in order. */
  rssBytes: number[];
  /** Of the last sample, what are pages of files. */
  fileBytes: number;
}

/** Measures what the product uses from `begin` to `end`, through any number of its processes. */
export function createSpent(): {
  begin(product: ProductProcess): Promise<void>;
  note(product: ProductProcess): Promise<void>;
  /** The process that was measured so far is gone. */
  restarted(): void;
  end(product: ProductProcess): Promise<Spent>;
} {
  const zero = { main: 0, collector: 0, database: 0, functions: 0, files: 0 };
  const rssBytes: number[] = [];
  /** What ended processes used, what the present one had used at the beginning, and what it has used by now. */
  let [before, first, last] = [zero, zero, zero];
  let driver = 0;
  let fileBytes = 0;

  const driverMs = (): number => {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1000;
  };
  const sum = (): Record<Part, number> =>
    combined(
      before,
      combined(last, first, (a, b) => a - b),
      (a, b) => a + b,
    );
  async function note(product: ProductProcess): Promise<void> {
    const usage = await product.usage();
    last = usage.cpuMs;
    rssBytes.push(usage.rssBytes);
    fileBytes = usage.fileBytes;
  }
  return {
    note,
    async begin(product) {
      await note(product);
      first = last;
      driver = driverMs();
    },
    restarted() {
      [before, first, last] = [sum(), zero, zero];
    },
    async end(product) {
      const driven = driverMs() - driver;
      await note(product);
      return { cpuMs: { ...sum(), driver: driven }, rssBytes, fileBytes };
    },
  };
}

const combined = (
  a: Record<Part, number>,
  b: Record<Part, number>,
  of: (a: number, b: number) => number,
): Record<Part, number> => ({
  main: of(a.main, b.main),
  collector: of(a.collector, b.collector),
  database: of(a.database, b.database),
  functions: of(a.functions, b.functions),
  files: of(a.files, b.files),
});
