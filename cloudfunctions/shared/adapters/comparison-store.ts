import { ComparisonDocument } from '../contract/documents';
import { command, database } from './database';
import { accepted, documentOrNull } from './stored';

const comparisons = () => database.collection('comparisons');

const never: ComparisonDocument = {
  _id: 'carrier',
  doubtUntilMs: 0,
  startedAtMs: 0,
  after: '',
  isClean: true,
  comparedAtMs: 0,
  boundAfter: '',
};

/** How far the two lists have been compared; created when there is no record yet. */
export async function readComparison(): Promise<ComparisonDocument> {
  const found = await findComparison();
  if (found) return found;
  // Two runs may create it at once; the later one fails and finds the earlier one's.
  await comparisons()
    .add(never)
    .catch(() => undefined);
  const made = await findComparison();
  if (!made) throw new Error('the comparison with the carrier cannot be stored');
  return made;
}

export async function saveComparison(
  fields: Partial<Omit<ComparisonDocument, '_id' | 'doubtUntilMs'>>,
): Promise<void> {
  accepted(await comparisons().where({ _id: never._id }).update(fields));
}

/** Notes that until `untilMs` the carrier may bind numbers for tries that were given up. */
export async function raiseDoubt(untilMs: number): Promise<void> {
  await readComparison();
  accepted(
    await comparisons()
      .where({ _id: never._id, doubtUntilMs: command.lt(untilMs) })
      .update({ doubtUntilMs: untilMs }),
  );
}

/** Removes the doubts that a comparison begun at `startedAtMs` has settled. */
export async function settleDoubt(startedAtMs: number): Promise<void> {
  accepted(
    await comparisons()
      .where({ _id: never._id, doubtUntilMs: command.lte(startedAtMs) })
      .update({ doubtUntilMs: 0 }),
  );
}

const findComparison = async (): Promise<ComparisonDocument | null> =>
  documentOrNull(ComparisonDocument, await comparisons().where({ _id: never._id }).limit(1).get());
