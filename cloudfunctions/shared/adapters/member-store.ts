import { MemberDocument } from '../contract/documents';
import { command, database } from './database';
import { documentOrNull, documents } from './stored';

/** Most accounts of one person that are looked at. */
const accountLimit = 100;

export async function findMember(openid: string): Promise<MemberDocument | null> {
  return documentOrNull(MemberDocument, await database.collection('members').doc(openid).get());
}

/** The accounts of a person, the one whose phone was bound last first. */
export async function accountsOf(personId: string): Promise<MemberDocument[]> {
  const answer = await database.collection('members').where({ personId }).limit(accountLimit).get();
  return documents(MemberDocument, answer).sort((a, b) => (b.phoneBoundAtMs ?? 0) - (a.phoneBoundAtMs ?? 0));
}

/** Accounts of operators; an environment has a handful. */
export async function operatorAccounts(): Promise<MemberDocument[]> {
  const answer = await database.collection('members').where({ role: 'operator' }).limit(accountLimit).get();
  return documents(MemberDocument, answer);
}

/** A page of accounts in the order of their ids, from the first after `after`. */
export async function accountsAfter(
  after: string,
  limit: number,
): Promise<Pick<MemberDocument, '_id' | 'personId'>[]> {
  const answer = await database
    .collection('members')
    .where({ _id: command.gt(after) })
    .orderBy('_id', 'asc')
    .limit(limit)
    .get();
  return documents(MemberDocument, answer);
}
