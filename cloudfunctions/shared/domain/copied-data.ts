import { keptCollections, type Kept, type KeptCollection, type Key } from '../contract/kept-data';

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
export type CopiedDocument = Record<string, Json>;

/** The ids by which the documents of one person are found. `person` is null for an account that was never verified. */
export interface Ids {
  person: string | null;
  accounts: readonly string[];
}

/** The ids that a key of a collection may have. */
export const idsFor = ({ whose }: Key, { person, accounts }: Ids): readonly string[] =>
  whose === 'account' ? accounts : person === null ? [] : [person];

/**
 * What its person may read of a document: the fields that the table names, and of other people at most the masked name.
 * `phoneOf` answers how much of a sealed phone may be read.
 */
export function copiedDocument(
  name: KeptCollection,
  stored: unknown,
  { ids, phoneOf }: { ids: Ids; phoneOf(sealed: string, account: string): Json },
): CopiedDocument {
  // Points of the SDK become GeoJSON.
  const document = JSON.parse(JSON.stringify(stored)) as CopiedDocument;
  const { copied }: Kept = keptCollections[name];
  const change = changes[name];
  const own: CopiedDocument = {
    ...document,
    ...change?.(document, ids),
    ...(typeof document.phone === 'string' && { phone: phoneOf(document.phone, String(document._id)) }),
  };
  return Object.fromEntries(copied.flatMap((field) => (field in own ? [[field, own[field] ?? null]] : [])));
}

type Change = (document: CopiedDocument, ids: Ids) => CopiedDocument;

const list = (value: Json | undefined): Json[] => (Array.isArray(value) ? value : []);
const fieldOf = (value: Json, field: string): Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value[field] ?? null) : null;
const timesOf = (value: Json | undefined): Json[] => list(value).map((each) => fieldOf(each, 'atMs'));

/** Fields that name other people or other documents, reduced to what is the person's own. */
const changes: { [N in KeptCollection]?: Change } = {
  posts: ({ photos }) => ({ photos: list(photos).length }),
  persons: ({ openPosts, charges, callBacks }) => ({
    openPosts: list(openPosts).length,
    charges: timesOf(charges),
    callBacks: timesOf(callBacks),
  }),
  grants: ({ viewerId, viewerName, posterName, said }, { person }) => {
    const side = viewerId === person ? 'viewer' : 'poster';
    return {
      other: (side === 'viewer' ? posterName : viewerName) ?? null,
      said: list(said)
        .filter((each) => fieldOf(each, 'side') === side)
        .map((each) => fieldOf(each, 'saying')),
    };
  },
};
