import { LinkDocument } from '../contract/link-document';
import { database } from './database';
import { accepted, documentOrNull } from './stored';

const links = () => database.collection('links');

export async function keptLink(version: LinkDocument['_id']): Promise<LinkDocument | null> {
  return documentOrNull(LinkDocument, await links().doc(version).get());
}

/** Of two instances that renew at once the later one wins; both links work. */
export async function keepLink({ _id, ...fields }: LinkDocument): Promise<void> {
  accepted(await links().doc(_id).set(fields));
}
