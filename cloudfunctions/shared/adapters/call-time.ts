let endsAtMs = Infinity;

/** Notes when the platform ends the running call: an instance serves one call at a time. */
export function limitCall(ms: number): void {
  endsAtMs = performance.now() + ms;
}

/** How long the running call may still take, in milliseconds. */
export const callMsLeft = (): number => endsAtMs - performance.now();
