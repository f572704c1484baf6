/** At most `perSecond` requests within a second of the clock. The answer to a request: whether it may pass. */
export function createFlowLimit(perSecond: number): (nowMs: number) => boolean {
  let second = -1;
  let admitted = 0;
  return (nowMs) => {
    const current = Math.floor(nowMs / 1000);
    if (current !== second) [second, admitted] = [current, 0];
    admitted += 1;
    return admitted <= perSecond;
  };
}
