const secondMs = 1000;

/** At most `limit` requests within a second (or another window) of the clock. The answer to a request: whether it may pass. */
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
