import { z } from 'zod';

/*
 * The declaration of an environment's collections: `database.collections` of cloudbaserc.json. A CreateIndexes request
 * of Tencent's Manager SDK has the same meaning in another form; it is not a file, so it is refused.
 */

const index = z.strictObject(
  {
    indexName: text(64),
    unique: z.boolean({ error: 'must be true or false' }).default(false),
    /**
     * The keys in order, with directions as the console writes them. A compound index has at most one `2dsphere` key.
     */
    keys: z
      .array(
        z.strictObject({
          name: text(),
          direction: z.enum(['1', '-1', '2dsphere'], {
            error: ({ input }) => `must be "1", "-1" or "2dsphere" as a text, not ${shown(input)}`,
          }),
        }),
        { error: 'must be a list such as [{ "name": "city", "direction": "1" }]' },
      )
      .min(1, { error: 'needs at least one key' }),
  },
  {
    error: (issue) =>
      issue.code === 'unrecognized_keys'
        ? `has ${issue.keys.join(', ')}, and an index is { indexName, unique, keys: [{ name, direction }] }`
        : 'must be { indexName, unique, keys: [{ name, direction }] }',
  },
);

const collection = z.object(
  {
    collectionName: z
      .string({ error: 'must be a text' })
      .regex(/^[A-Za-z0-9_][\w.-]{0,127}$/, { error: 'is at most 128 letters, digits, _, . and -' }),
    /** The collection's security rule. Custom rules (CUSTOM) are not read, and allow nothing. */
    aclTag: z
      .enum(['PRIVATE', 'READONLY', 'ADMINWRITE', 'ADMINONLY', 'CUSTOM'], {
        error: ({ input }) =>
          `must be PRIVATE, READONLY, ADMINWRITE, ADMINONLY or CUSTOM, not ${shown(input)}`,
      })
      .default('PRIVATE'),
    indexes: z.array(index, { error: 'must be a list' }).default([]),
    createIndexes: z.undefined({ error: 'is not read: indexes are declared under "indexes"' }).optional(),
  },
  { error: 'must be { collectionName, aclTag, indexes }' },
);

const collections = z.array(collection, { error: 'must be a list' });

export type CollectionSpec = Omit<z.infer<typeof collection>, 'createIndexes'>;
export type IndexSpec = z.infer<typeof index>;

/**
 * Reads the collections that a file declares.
 * @throws Error whose message names collection and field, without the file
 */
export function readCollections(declared: unknown): CollectionSpec[] {
  const read = collections.safeParse(declared ?? []);
  if (read.success)
    return read.data.map(({ collectionName, aclTag, indexes }) => ({ collectionName, aclTag, indexes }));
  const { issues } = read.error;
  // A file in another form also lacks our fields, so the error names the other form, which its author recognises.
  const { path, message } = issues.find(({ code }) => code === 'unrecognized_keys') ??
    issues[0] ?? { path: [], message: 'cannot be read' };
  throw new Error(`database.collections${placeOf(path, declared)} ${message}`);
}

/** The place of a fault in the list, such as `[0] ("todos").indexes[1].keys`. */
function placeOf(path: PropertyKey[], declared: unknown): string {
  return path
    .map((step, depth) => {
      if (typeof step !== 'number') return `.${String(step)}`;
      const name = depth === 0 ? nameOf((declared as unknown[])[step]) : undefined;
      return name === undefined ? `[${step}]` : `[${step}] (${shown(name)})`;
    })
    .join('');
}

function nameOf(each: unknown): unknown {
  return typeof each === 'object' && each !== null && 'collectionName' in each
    ? each.collectionName
    : undefined;
}

function text(longest = Infinity): z.ZodString {
  const wanted = z.string({ error: 'must be a text' }).min(1, { error: 'is empty' });
  return longest === Infinity
    ? wanted
    : wanted.max(longest, { error: `is longer than ${longest} characters` });
}

function shown(value: unknown): string {
  return JSON.stringify(value) ?? 'nothing';
}
