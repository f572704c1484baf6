const secondMs = 1000;

/**
 * Lets at most `limit` requests pass within a second (or another window) of the clock, and answers whether a request
 * may pass.
 */
export function createFlowLimit(limit: number, windowMs = secondMs): (nowMs: number) => boolean {
  let window = -1;
  let requests = 0;
  return (nowMs) => {
    const current = Math.floor(nowMs / windowMs);
    if (current !== window) [window, requests] = [current, 0];
    requests += 1;
    return requests <= limit;
  };
}
