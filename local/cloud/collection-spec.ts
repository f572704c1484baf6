/** How an environment's collections are declared: the `database.collections` of cloudbaserc.json. */
export interface CollectionSpec {
  collectionName: string;
  /** Security rule of the collection; ours are all closed to clients. */
  aclTag: 'ADMINONLY' | 'PRIVATE' | 'READONLY' | 'ADMINWRITE';
  indexes: IndexSpec[];
}

export interface IndexSpec {
  indexName: string;
  unique: boolean;
  /** In order. Directions as the console writes them. At most one `2dsphere` key in a compound index. */
  keys: { name: string; direction: '1' | '-1' | '2dsphere' }[];
}
