import type { CollectionSpec, IndexSpec } from 'sqlite-document-database';
import type { Cloud, LiveIndex } from '../cloud/cloud';
import type { Difference, Unit } from './unit';

/** One collection with its access rule and its indexes. Indexes that are not declared are shown and left alone. */
export function collectionUnit(wanted: CollectionSpec, cloud: Cloud | undefined): Unit {
  const name = wanted.collectionName;
  return {
    name: `collection ${name}`,
    async differences() {
      if (cloud === undefined) return asNew(wanted);
      if (!(await collectionNames(cloud)).includes(name)) {
        // A new collection still lacks its access rule and indexes; these are separate differences, mended next.
        const [create, ...indexes] = asNew(wanted);
        return create ? [{ ...create, mend: () => cloud.database.createCollection(name) }, ...indexes] : [];
      }
      const [access, { Indexes = [] }] = await Promise.all([
        cloud.call('DescribeDatabaseACL', { CollectionName: name }),
        cloud.database.describeCollection(name),
      ]);
      return [
        ...accessDifferences(wanted, access.AclTag, cloud),
        ...indexDifferences(wanted, Indexes, cloud),
      ];
    },
  };
}

/** Collections that exist without being declared. */
export async function foreignCollections(wanted: CollectionSpec[], cloud: Cloud): Promise<string[]> {
  const declared = new Set(wanted.map(({ collectionName }) => collectionName));
  return (await collectionNames(cloud)).filter((name) => !declared.has(name));
}

const asNew = ({ aclTag, indexes }: CollectionSpec): Difference[] => [
  { kind: 'create', text: `create, access ${aclTag}` },
  ...indexes.map((index): Difference => ({ kind: 'create', text: `index ${indexText(index)}` })),
];

const pageSize = 100;

async function collectionNames(cloud: Cloud): Promise<string[]> {
  const names: string[] = [];
  for (;;) {
    const page = { MgoLimit: pageSize, MgoOffset: names.length };
    const { Collections } = await cloud.database.listCollections(page);
    names.push(...Collections.map(({ CollectionName }) => CollectionName));
    if (Collections.length < pageSize) return names;
  }
}

function accessDifferences(wanted: CollectionSpec, there: unknown, cloud: Cloud): Difference[] {
  const { collectionName, aclTag } = wanted;
  if (there === aclTag) return [];
  return [
    {
      kind: 'change',
      text: `access ${aclTag}, is ${String(there)}`,
      mend: () => cloud.call('ModifyDatabaseACL', { CollectionName: collectionName, AclTag: aclTag }),
    },
  ];
}

function indexDifferences(
  { collectionName, indexes }: CollectionSpec,
  live: LiveIndex[],
  cloud: Cloud,
): Difference[] {
  const there = live.map(specOf).filter(({ indexName }) => indexName !== '_id_');
  const create = (index: IndexSpec) =>
    cloud.database.updateCollection(collectionName, {
      CreateIndexes: [
        {
          IndexName: index.indexName,
          MgoKeySchema: {
            MgoIsUnique: index.unique,
            MgoIndexKeys: index.keys.map(({ name, direction }) => ({ Name: name, Direction: direction })),
          },
        },
      ],
    });
  const differences = indexes.flatMap((index): Difference[] => {
    const same = there.find(({ indexName }) => indexName === index.indexName);
    if (same === undefined)
      return [{ kind: 'create', text: `index ${indexText(index)}`, mend: () => create(index) }];
    if (indexText(same) === indexText(index)) return [];
    return [
      {
        kind: 'change',
        text: `index ${indexText(index)}, is ${keysText(same)}`,
        async mend() {
          await cloud.database.updateCollection(collectionName, {
            DropIndexes: [{ IndexName: index.indexName }],
          });
          await create(index);
        },
      },
    ];
  });
  const declared = new Set(indexes.map(({ indexName }) => indexName));
  const foreign = there
    .filter(({ indexName }) => !declared.has(indexName))
    .map((index): Difference => ({ kind: 'foreign', text: `index ${indexText(index)} is not declared` }));
  return [...differences, ...foreign];
}

function specOf({ Name, Unique = false, Keys }: LiveIndex): IndexSpec {
  const keys = Keys.map((key) => ({
    name: key.Name ?? '',
    direction: (key.Direction ?? '') as IndexSpec['keys'][number]['direction'],
  }));
  return { indexName: Name, unique: Unique, keys };
}

const indexText = (index: IndexSpec): string => `${index.indexName} (${keysText(index)})`;

function keysText({ keys, unique }: IndexSpec): string {
  const fields = keys.map(({ name, direction }) => {
    if (direction === '1') return name;
    return direction === '-1' ? `${name} down` : `${name} ${direction}`;
  });
  return `${unique ? 'unique ' : ''}${fields.join(', ')}`;
}
