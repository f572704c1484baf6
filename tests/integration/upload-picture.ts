import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { output, type Product } from './product';

export const aPicture = readFileSync(join(__dirname, '../../miniprogram/images/tab-home.png'));

/** What a camera writes into a picture file. */
export const secretPlace = 'GPS 28.2358642 112.9317531';

/** A grey pixel as a camera would keep it, with the place where it was taken. */
export const jpegWithPlace = ((): Buffer => {
  const pixel = Buffer.from(
    '/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////wgALCAABAAEBAREA/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/aAAgBAQABPxA=',
    'base64',
  );
  const note = Buffer.from(`Exif\0\0${secretPlace}`);
  const head = Buffer.from([0xff, 0xe1, 0, note.length + 2]);
  return Buffer.concat([pixel.subarray(0, 2), head, note, pixel.subarray(2), Buffer.from([0xff, 0xd9])]);
})();

/** Uploads pictures as the mini-program does, to the function's paths; answers their ids. */
export async function uploadPictures(
  product: Product,
  openid: string,
  contents: Buffer[] = [aPicture],
): Promise<string[]> {
  const { cloudPaths } = output(
    await product.call('identity', 'placePictures', { count: contents.length }, openid),
  );
  const ids: string[] = [];
  for (const [at, cloudPath] of cloudPaths.entries())
    ids.push(await uploadAs(product, openid, cloudPath, contents[at] ?? aPicture));
  return ids;
}

/** The same as `wx.cloud.uploadFile`. */
export async function uploadAs(
  { cloud }: Product,
  openid: string,
  cloudPath: string,
  content: Buffer,
): Promise<string> {
  const server = createServer((request, response) => void cloud.endpoint(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    const { port } = server.address() as AddressInfo;
    const answer = await fetch(`http://127.0.0.1:${port}/files/${cloudPath}`, {
      method: 'POST',
      headers: { 'x-wx-openid': openid, 'content-type': 'application/octet-stream' },
      body: new Uint8Array(content),
    });
    const { fileID, errMsg } = (await answer.json()) as { fileID?: string; errMsg?: string };
    if (fileID === undefined) throw new Error(errMsg);
    return fileID;
  } finally {
    server.close();
  }
}
