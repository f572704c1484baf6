import { parseEjson, plainJson, type Database } from 'sqlite-document-database';

const collectionName = 'numbers';

/**
 * Lists the carrier's numbers in the database, as `npm run operators -- numbers FILE` does in the cloud. A number that
 * is listed already stays as it is.
 */
export async function keepNumbers(
  database: Pick<Database, 'handle'>,
  numbers: readonly string[],
  nowMs: number,
): Promise<void> {
  const query = { collectionName, queryType: 'WHERE', query: '{}', limit: 100_000 };
  const { list = [] } = (await database.handle('database.getDocument', query)).data as { list?: string[] };
  const listed = new Set(list.map((text) => (plainJson(parseEjson(text)) as { _id: string })._id));
  const data = numbers
    .filter((number) => !listed.has(number))
    .map((number) => JSON.stringify({ _id: number, addedAtMs: nowMs }));
  if (data.length > 0) await database.handle('database.insertDocument', { collectionName, data });
}
