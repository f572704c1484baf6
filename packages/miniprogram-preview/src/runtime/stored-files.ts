import { session } from './session';

/** Where a file of the cloud is had by its id, `cloud://…`: beside the functions. */
export function storedFileUrl(fileId: string): string {
  return `${session.functionsUrl.replace(/functions$/, 'files')}/?id=${encodeURIComponent(fileId)}`;
}
