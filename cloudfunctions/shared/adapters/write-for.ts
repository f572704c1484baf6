import type { MemberDocument, PersonDocument } from '../contract/documents';
import { newMember } from '../domain/account';
import { ErasedMeanwhile } from '../contract/erased-meanwhile';
import { newPerson } from '../domain/person';
import { inOrder, type CollectionName, type DocumentOf, type Ordered } from './ordered-writes';

/** What a call saw of an account or a person when it began. An erasure raises the epoch; null: it was under way. */
export interface Seen {
  id: string;
  epoch: number | null;
}

/** The author of a call's writes: the calling account, and the person behind it if there is one. */
export interface Author {
  account: Seen;
  person: Seen | null;
  /** The time at which the call began. */
  beganMs: number;
}

export interface WritingFor extends Ordered {
  /** The account as it is now; a new one where none is stored. */
  account: MemberDocument;
  /** The person as it is now; a new one where none is stored, null where the author has none. */
  person: PersonDocument | null;
  /** Makes sure that another person, for whom this call writes too, is not being erased. */
  alsoFor(personId: string): Promise<void>;
}

/**
 * Runs `work` in a transaction for somebody, if they still exist: the one place where that is decided, for every call that
 * writes for a person. Throws ErasedMeanwhile where account or person were erased since the call began, or are being erased.
 *
 * The database finds two transactions in conflict only where both write the same document. So each document that an
 * erasure writes first is written here as well, changed or not: of a call and an erasure that overlap, the later one
 * starts over and sees the other.
 */
export async function writeFor<T>(author: Author, work: (writing: WritingFor) => Promise<T>): Promise<T> {
  const { account: seenAccount, person: seenPerson, beganMs } = author;
  return inOrder(async (ordered) => {
    const touches = createTouches(ordered);
    const account =
      alive(await ordered.read('members', seenAccount.id), seenAccount, beganMs) ?? newMember(seenAccount.id);
    const person = seenPerson && (await livingPerson(ordered, seenPerson, beganMs));
    if (person) touches.add('persons', person);
    else touches.add('members', account);
    const result = await work({
      ...touches.noting,
      account: { ...account, erasedAtMs: null },
      person,
      alsoFor: async (personId) => {
        const other = (await ordered.read('persons', personId)) ?? newPerson(personId);
        if (other.isErasing) throw new ErasedMeanwhile();
        touches.add('persons', other);
      },
    });
    await touches.write();
    return result;
  });
}

const livingPerson = async (ordered: Ordered, seen: Seen, beganMs: number): Promise<PersonDocument> =>
  alive(await ordered.read('persons', seen.id), seen, beganMs) ?? newPerson(seen.id);

function alive<D extends { epoch: number; isErasing: boolean; erasedAtMs: number | null }>(
  stored: D | null,
  seen: Seen,
  beganMs: number,
): D | null {
  if (stored?.isErasing || (stored?.epoch ?? 0) !== seen.epoch) throw new ErasedMeanwhile();
  // The call began before the erasure ended, but read the account for the first time afterwards.
  if (stored && stored.erasedAtMs !== null && stored.erasedAtMs >= beganMs) throw new ErasedMeanwhile();
  return stored;
}

/** Documents that are written unchanged, unless the work itself writes them or writes nothing. */
function createTouches(ordered: Ordered) {
  const pending = new Map<string, () => Promise<void>>();
  const written = new Set<string>();
  const keyOf = (name: CollectionName, id: string): string => `${name}/${id}`;
  const noting: Ordered = {
    read: ordered.read,
    write: (name, document) => {
      written.add(keyOf(name, document._id));
      return ordered.write(name, document);
    },
    remove: (name, id) => {
      written.add(keyOf(name, id));
      return ordered.remove(name, id);
    },
  };
  return {
    noting,
    add<N extends CollectionName>(name: N, document: DocumentOf<N>): void {
      pending.set(keyOf(name, document._id), () => ordered.write(name, document));
    },
    async write(): Promise<void> {
      if (written.size === 0) return;
      for (const [key, touch] of pending) if (!written.has(key)) await touch();
    },
  };
}
