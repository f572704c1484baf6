import { encode } from 'uqr';
import { failed, type WechatAnswer } from './answer';
import { encodePng } from './png';

/** Draws QR codes instead of WeChat's round ones. They hold the address at which the preview opens the page. */
export interface MiniProgramCodeOptions {
  /** The preview's origin, such as `http://127.0.0.1:8080`. */
  previewOrigin(): string;
  /** Whether the published program has a page; without it every page is taken. */
  hasPage?(path: string): boolean;
  /** Takes a page that is not there, after this has been called with WeChat's answer. */
  letPass?(answer: WechatAnswer): void;
}

const scenePattern = /^[\w!#$&'()*+,/:;=?@\-.~]{1,32}$/;
const maxPathLength = 1024;
const [minWidth, maxWidth, defaultWidth] = [280, 1280, 430];

interface DrawnCode {
  contentType: string;
  buffer: Buffer;
}

/** `wxacode.getUnlimited`. */
export function drawSceneCode(
  { scene, page, width = defaultWidth, check_path: checkPath = true }: Record<string, unknown>,
  { previewOrigin, hasPage, letPass }: MiniProgramCodeOptions,
): WechatAnswer | DrawnCode {
  if (typeof scene !== 'string' || !scenePattern.test(scene))
    return failed(40169, 'invalid length for scene, or the data is not json string');
  if (page !== undefined && (typeof page !== 'string' || page.startsWith('/') || page.includes('?')))
    return failed(41030, 'invalid page');
  if (page !== undefined && checkPath !== false && hasPage && !hasPage(page)) {
    const answer = failed(41030, 'invalid page');
    if (letPass === undefined) return answer;
    letPass(answer);
  }
  if (!isWidth(width)) return failed(40097, 'invalid args: width');
  return draw(`${page ?? ''}?scene=${encodeURIComponent(scene)}`, width, previewOrigin());
}

/** `wxacode.get` and `wxacode.createQRCode` take a page and its query unchanged. */
export function drawPathCode(
  { path, width = defaultWidth }: Record<string, unknown>,
  { previewOrigin }: MiniProgramCodeOptions,
): WechatAnswer | DrawnCode {
  if (typeof path !== 'string' || path === '' || path.length > maxPathLength)
    return failed(40159, 'invalid length for path, or the data is not json string');
  if (!isWidth(width)) return failed(40189, 'invalid width');
  return draw(path.replace(/^\/+/, ''), width, previewOrigin());
}

function isWidth(width: unknown): width is number {
  return typeof width === 'number' && width >= minWidth && width <= maxWidth;
}

function draw(target: string, width: number, origin: string): DrawnCode {
  const { data, size } = encode(`${origin}/phone?page=${encodeURIComponent(target)}`, { border: 4 });
  return { contentType: 'image/png', buffer: encodePng(data, Math.max(1, Math.floor(width / size))) };
}
