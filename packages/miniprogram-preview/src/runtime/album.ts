/**
 * The pictures that phones saved. Both phones of the shell share one album, so that one can scan what the other saved.
 */

const storeName = 'pictures';
/** At this many pictures the oldest ones are removed. */
const keptPictures = 12;

export async function savePicture(picture: Blob): Promise<void> {
  const album = await openAlbum();
  await done(album.transaction(storeName, 'readwrite').objectStore(storeName).add(picture));
  const keys = await done(album.transaction(storeName).objectStore(storeName).getAllKeys());
  const old = keys.slice(0, -keptPictures);
  const store = album.transaction(storeName, 'readwrite').objectStore(storeName);
  await Promise.all(old.map((key) => done(store.delete(key))));
  album.close();
}

/** The newest comes first. */
export async function savedPictures(): Promise<Blob[]> {
  const album = await openAlbum();
  const pictures = await done<Blob[]>(album.transaction(storeName).objectStore(storeName).getAll());
  album.close();
  return pictures.reverse();
}

function openAlbum(): Promise<IDBDatabase> {
  const opening = indexedDB.open('preview-album', 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore(storeName, { autoIncrement: true });
  return done(opening);
}

const done = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('the album cannot be opened'));
  });
