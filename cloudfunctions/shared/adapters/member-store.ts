import { MemberDocument } from '../contract/documents';
import { database } from './database';
import { documentOrNull } from './stored';

export async function findMember(openid: string): Promise<MemberDocument | null> {
  return documentOrNull(MemberDocument, await database.collection('members').doc(openid).get());
}
