import { keptEntries } from '../shared/contract/kept-data';
import type { identityCalls } from '../shared/contract/identity-calls';
import { copiedDocument, idsFor } from '../shared/domain/copied-data';
import { documentsByKey } from '../shared/adapters/kept-store';
import { accountsOf } from '../shared/adapters/member-store';
import { readDocument } from '../shared/adapters/ordered-writes';
import { requireAccount } from '../shared/kernel/actor';
import { openPhone } from '../shared/kernel/phone-seal';
import type { OpenUseCase } from '../shared/kernel/procedure';
import { settings } from '../shared/kernel/settings';

/** Reads what the table of kept data finds by the caller, in all of the caller's accounts. */
export const copyMyData: OpenUseCase<typeof identityCalls.copyMyData> = async (
  _input,
  { actor, nowMs, refuse },
) => {
  const { openid } = requireAccount(await actor(), refuse);
  const member = await readDocument('members', openid);
  if (member?.isErasing) throw refuse('being-erased');
  const person = member?.personId ?? null;
  const accounts = person === null ? [openid] : (await accountsOf(person)).map(({ _id }) => _id);
  const ids = { person, accounts };
  const kept = [];
  for (const [of, { keys, copied }] of keptEntries) {
    if (copied.length === 0) continue;
    const found = await documentsByKey(
      of,
      keys.map((key) => ({ field: key.field, ids: idsFor(key, ids) })),
    );
    const documents = found.map((each) => copiedDocument(of, each, { ids, phoneOf }));
    if (documents.length > 0) kept.push({ of, documents });
  }
  return { kept, nowMs };
};

/** 138****0000: enough to recognise one's own, too little for somebody who holds the phone for a moment. */
const phoneOf = (sealed: string, account: string): string =>
  openPhone(settings.phoneKeys(), sealed, account).replace(/^(\d{3})\d+(\d{4})$/, '$1****$2');
