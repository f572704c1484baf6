import { session } from './session';

/** The address of a cloud file by its id, `cloud://…`, on the server of the functions. */
export function storedFileUrl(fileId: string): string {
  return `${session.functionsUrl.replace(/functions$/, 'files')}/?id=${encodeURIComponent(fileId)}`;
}
