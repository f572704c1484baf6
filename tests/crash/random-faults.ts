import type { ProviderFault } from '../../local/providers/api/provider-faults';

/** The carrier's disturbances, each with its frequency. */
const troubles: readonly { weight: number; fault: Pick<ProviderFault, 'kind' | 'ms' | 'code' | 'times'> }[] =
  [
    { weight: 4, fault: { kind: 'slow', ms: 40 } },
    // Longer than the caller waits, so that an abandoned request is performed all the same.
    { weight: 1, fault: { kind: 'slow', ms: 5_600, times: 1 } },
    { weight: 4, fault: { kind: 'down' } },
    { weight: 6, fault: { kind: 'lost' } },
    { weight: 4, fault: { kind: 'twice' } },
    { weight: 3, fault: { kind: 'unavailable' } },
    { weight: 3, fault: { kind: 'garbled' } },
    { weight: 3, fault: { kind: 'error', code: 'isv.NO_AVAILABLE_NUMBER' } },
    { weight: 1, fault: { kind: 'error', code: 'isv.BIND_CONFLICT' } },
    { weight: 2, fault: { kind: 'error', code: 'isv.FLOW_LIMIT' } },
    { weight: 2, fault: { kind: 'error', code: 'isp.SYSTEM_ERROR' } },
    { weight: 1, fault: { kind: 'error', code: 'Throttling.User' } },
    { weight: 1, fault: { kind: 'error', code: 'isv.POOLKEY_NOT_EXISTS' } },
    { weight: 2, fault: { kind: 'error', code: 'NobodyKnowsThisOne' } },
  ];
const actions = [
  undefined,
  undefined,
  'BindAxb',
  'UnbindSubscription',
  'QuerySubsId',
  'QuerySubscriptionDetail',
];

/** One disturbance: its kind, the action, and the share of requests. */
export function randomFault(random: () => number): ProviderFault {
  const total = troubles.reduce((sum, { weight }) => sum + weight, 0);
  let left = random() * total;
  const found = troubles.find(({ weight }) => (left -= weight) < 0);
  const action = actions[Math.floor(random() * actions.length)];
  return {
    ...(found?.fault ?? { kind: 'down' }),
    ...(action && { action }),
    probability: 0.2 + 0.8 * random(),
    seed: Math.floor(random() * 1e9),
  };
}
