import { encode } from 'uqr';
import { failed, type WechatAnswer } from './answer';
import { encodePng } from './png';

/**
 * `wxacode.getUnlimited`, with a QR code in place of WeChat's round one.
 * It holds the address under which the preview opens the page.
 */
export interface MiniProgramCodeOptions {
  /** `http://127.0.0.1:8080`. */
  previewOrigin(): string;
}

const SCENE = /^[\w!#$&'()*+,/:;=?@\-.~]{1,32}$/;
const [MIN_WIDTH, MAX_WIDTH, DEFAULT_WIDTH] = [280, 1280, 430];

export function drawMiniProgramCode(
  { scene, page, width = DEFAULT_WIDTH }: Record<string, unknown>,
  { previewOrigin }: MiniProgramCodeOptions,
): WechatAnswer | { contentType: string; buffer: Buffer } {
  if (typeof scene !== 'string' || !SCENE.test(scene))
    return failed(40169, 'invalid length for scene, or the data is not json string');
  if (page !== undefined && (typeof page !== 'string' || page.startsWith('/') || page.includes('?')))
    return failed(41030, 'invalid page');
  if (typeof width !== 'number' || width < MIN_WIDTH || width > MAX_WIDTH)
    return failed(40097, 'invalid args: width');
  const target = `${page ?? ''}?scene=${encodeURIComponent(scene)}`;
  const { data, size } = encode(`${previewOrigin()}/phone?page=${encodeURIComponent(target)}`, { border: 4 });
  return { contentType: 'image/png', buffer: encodePng(data, Math.max(1, Math.floor(width / size))) };
}
