import { randomUUID } from 'node:crypto';
import { PlatformError } from 'sqlite-document-database';
import type { PlatformClock } from '../environment/clock';
import type { FunctionHost } from './function-host';
import { startTimers, type Timers } from './timers';

/** Timers that invoke the host's functions, as the platform's own triggers do. */
export function startFunctionTimers(
  host: FunctionHost,
  clock: PlatformClock,
  log: (line: string) => void,
): Timers {
  for (const { name, triggers } of host.definitions)
    if (triggers.length > 1)
      log(
        `function ${name} has ${triggers.length} timers: the platform's documentation allows one a function`,
      );
  return startTimers(host.definitions, clock, async (name, event) => {
    const requestId = randomUUID();
    try {
      await host.invoke({
        name,
        eventJson: JSON.stringify(event),
        caller: { openid: '', source: 'wx_trigger' },
        requestId,
      });
    } catch (error) {
      // A failed timer must not end the platform; the host has logged the failure.
      const reason = error instanceof PlatformError ? 'failed' : String(error);
      log(`timer ${event.TriggerName} of ${name} ${requestId}: ${reason}`);
    }
  });
}
