import { call, uploadPicture } from './cloud';

/** Uploads pictures to where the function says; answers their ids. Throws CallError. */
export async function uploadPictures(paths: readonly string[]): Promise<string[]> {
  if (paths.length === 0) return [];
  const { cloudPaths } = await call('identity', 'placePictures', { count: paths.length });
  return Promise.all(cloudPaths.map((cloudPath, at) => uploadPicture(cloudPath, paths[at] ?? '')));
}
