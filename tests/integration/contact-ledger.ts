import type {
  GrantDocument,
  MemberDocument,
  PersonDocument,
} from '../../cloudfunctions/shared/contract/documents';
import type { Product } from './product';

/** The contents of the database and of the carrier, side by side. */
export interface Ledger {
  grants: GrantDocument[];
  /** Grants whose number is bound, or may be. */
  open: GrantDocument[];
  charges: { personId: string; grantId: string; atMs: number }[];
  /** Places taken, by post. */
  places: { postId: string; grantId: string }[];
  /** The carrier's bindings, as `number subscription`. */
  carrier: string[];
}

/** The sources of a ledger: the database's answer for a whole collection, and the carrier's bindings. */
export interface Books {
  read(collectionName: string): Promise<{ data?: unknown }>;
  bound(): Promise<{ x: string; subsId: string }[]>;
}

export const booksOf = ({ cloud, providers }: Product): Books => ({
  read: (collectionName) =>
    cloud.database.handle('database.getDocument', {
      collectionName,
      queryType: 'WHERE',
      query: '{}',
      limit: 100_000,
    }),
  bound: () => Promise.resolve(providers.subscriptions.all()),
});

export async function readLedger(books: Books): Promise<Ledger> {
  const grants = await documents<GrantDocument>(books, 'grants');
  const members = await documents<MemberDocument>(books, 'members');
  // An erased person's used quota stays under the hash, without the posts that it was used for.
  const known = new Set(members.map(({ personId }) => personId));
  const persons = (await documents<PersonDocument>(books, 'persons')).filter(({ _id }) => known.has(_id));
  const admissions = await documents<{ _id: string; grants: string[] }>(books, 'admissions');
  return {
    grants,
    open: grants.filter(({ state }) => state !== 'asked' && state !== 'ended'),
    charges: persons.flatMap(({ _id, charges }) => charges.map((charge) => ({ personId: _id, ...charge }))),
    places: admissions.flatMap(({ _id, grants: ids }) => ids.map((grantId) => ({ postId: _id, grantId }))),
    carrier: (await books.bound()).map(({ x, subsId }) => `${x} ${subsId}`),
  };
}

/**
 * The rules once everything is settled: each number that the carrier has bound belongs to one open grant, each open
 * grant has one, each has its place, and each one that a viewer opened since `sinceMs` was charged exactly once; older
 * charges are forgotten.
 */
export function leaks({ grants, open, charges, places, carrier }: Ledger, sinceMs = 0): string[] {
  const found: string[] = [];
  const compare = (what: string, ours: string[], theirs: string[]) => {
    const [a, b] = [[...ours].sort(), [...theirs].sort()];
    if (a.join() !== b.join()) found.push(`${what}: ${JSON.stringify(a)} is not ${JSON.stringify(b)}`);
  };
  const unsettled = open.filter(({ state }) => state !== 'bound');
  if (unsettled.length > 0)
    found.push(`unsettled: ${unsettled.map(({ _id, state }) => `${_id} ${state}`).join()}`);
  compare(
    'bound numbers and open grants',
    carrier,
    open.map(({ binding }) => `${binding?.number ?? '-'} ${binding?.subscriptionId ?? '-'}`),
  );
  compare(
    'places and open grants',
    places.map(({ postId, grantId }) => `${postId} ${grantId}`),
    open.map(({ postId, _id }) => `${postId} ${_id}`),
  );
  // An ended grant stays charged until its day is over; a call-back that the poster answered was never charged.
  const charged = grants.filter(
    ({ state, openedBy, outcome, boundAtMs }) =>
      openedBy === 'viewer' &&
      boundAtMs !== null &&
      boundAtMs > sinceMs &&
      outcome === null &&
      state !== 'asked',
  );
  compare(
    'charges and grants',
    charges.filter(({ atMs }) => atMs > sinceMs).map(({ personId, grantId }) => `${personId} ${grantId}`),
    charged.map(({ viewerId, _id }) => `${viewerId} ${_id}`),
  );
  return found;
}

/** Lets leases lapse and the sweep run until no work is left. */
export async function settle(advance: (ms: number) => Promise<void>): Promise<void> {
  for (let minute = 0; minute < 4; minute += 1) await advance(60_000);
}

/** All documents of a collection, whose schema gives them the type. */
export async function documents<T extends object = Record<string, unknown>>(
  books: Books,
  collectionName: string,
): Promise<T[]> {
  const { data } = await books.read(collectionName);
  return (data as { list: string[] }).list.map((text) => plain(JSON.parse(text)) as T);
}

/** Canonical EJSON numbers as plain ones. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value);
  const [first] = entries;
  if (entries.length === 1 && first && /^\$number/.test(first[0])) return Number(first[1]);
  return Object.fromEntries(entries.map(([key, each]) => [key, plain(each)]));
}
