import { PlaceDocument } from '../contract/place-document';
import { database } from './database';
import { accepted, documentOrNull } from './stored';

const places = () => database.collection('places');

export async function placeOf(id: string): Promise<PlaceDocument | null> {
  return documentOrNull(PlaceDocument, await places().doc(id).get());
}

/** Keeps a place. Its id follows from its content, so keeping it again changes nothing. */
export async function keepPlace({ _id, ...fields }: PlaceDocument): Promise<void> {
  accepted(await places().doc(_id).set(fields));
}
