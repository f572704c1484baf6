/**
 * A disturbance of the cloud API that a test asks for.
 * - `error`: answers `code` and does nothing.
 * - `down`: closes the connection and does nothing.
 * - `lost`: does what was asked, then closes the connection.
 */
export interface ApiFault {
  kind: 'error' | 'down' | 'lost';
  /** The only action that fails; every action when absent. */
  action?: string;
  /** For `error`, such as `RequestLimitExceeded`. */
  code?: string;
  /** The number of requests to let pass first. */
  after?: number;
  /** How many requests fail; one when absent. */
  times?: number;
}

export interface ApiFaults {
  add(fault: ApiFault): void;
  clear(): void;
  drawn(action: string): ApiFault | undefined;
}

export function createApiFaults(): ApiFaults {
  let faults: { fault: ApiFault; passing: number; left: number }[] = [];
  return {
    add(fault) {
      faults.push({ fault, passing: fault.after ?? 0, left: fault.times ?? 1 });
    },
    clear() {
      faults = [];
    },
    drawn(action) {
      const aimed = faults.filter(({ fault }) => fault.action === undefined || fault.action === action);
      const struck = aimed.find((each) => each.passing === 0 && each.left > 0);
      for (const each of aimed) if (each.passing > 0) each.passing -= 1;
      if (struck) struck.left -= 1;
      return struck?.fault;
    },
  };
}
