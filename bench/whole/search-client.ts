import { distanceBand } from '@facts/distance-bands';
import type { z } from 'zod';
import type { nearby } from '../../cloudfunctions/shared/contract/search-calls';
import { distanceMeters } from '../../miniprogram/facts/distance';
import {
  prepared,
  type NearbyContestant,
} from '../../packages/sqlite-document-database/bench/contestants/contestant';
import type { FunctionCaller } from './call-function';
import {
  pageSize,
  type NearbyQuery,
} from '../../packages/sqlite-document-database/bench/queries/query-kinds';

type NearbyInput = z.input<typeof nearby.input>;
type NearbyOutput = z.output<typeof nearby.output>;

interface CallAnswer {
  result?: { ok: boolean; output?: NearbyOutput };
  errMsg: string;
}

/**
 * The way of a phone: an HTTP call of `search.nearby`, which runs in a function instance and asks the database through
 * the SDK and the gateway. It takes no radius; pages after the first are reached by their cursors.
 */
export function searchClient(caller: FunctionCaller): NearbyContestant {
  const call = (input: NearbyInput): Promise<string> => caller.call('search', { call: 'nearby', input });

  async function pageInput(query: NearbyQuery): Promise<NearbyInput> {
    const input: NearbyInput = {
      board: 'need',
      items: [...query.items],
      groups: query.rareGroup ? ['pregnant'] : [],
      place: { point: [...query.centre], adcode: adcode },
      pageSize: pageSize,
    };
    for (let skipped = 0; skipped < query.skip; skipped += pageSize) {
      const { nextCursor } = outputOf(await call(input));
      if (nextCursor === null) throw new Error('there are not so many pages');
      input.cursor = nextCursor;
    }
    return input;
  }

  return {
    name: 'whole way',
    toleranceMeters: 0.01,
    rank: (meters, priority) => 2 * distanceBand(meters) - priority,
    async prepare(query) {
      const input = await pageInput(query);
      return prepared<string>({
        ask: () => call(input),
        read: (text) =>
          outputOf(text).posts.map(({ id, point }) => ({
            id,
            meters: distanceMeters([...query.centre], point),
          })),
      });
    },
  };
}

/** The search by distance uses a region only to report how far it reached. */
const adcode = '430104';

function outputOf(text: string): NearbyOutput {
  const { result, errMsg } = JSON.parse(text) as CallAnswer;
  if (result?.output === undefined)
    throw new Error(`search.nearby failed: ${errMsg} ${JSON.stringify(result)}`);
  return result.output;
}
