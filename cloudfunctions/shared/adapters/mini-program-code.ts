import { z } from 'zod';
import { wechatCloud, type WechatCloud } from './wechat-cloud';

/** The page that every code opens. A code is refused by WeChat until a released version has the page. */
const page = 'pages/arrive/arrive';
/** Printed at 6 cm, 640 points are 270 to an inch. */
const widthPoints = 640;

/** WeChat's answer to a request for a code. */
export type CodeAnswer = { kind: 'code'; picture: Buffer } | { kind: 'none'; errCode: number };

const Answer = z.object({ buffer: z.instanceof(Uint8Array) });

/**
 * The mini-program code of a scene, a picture.
 * https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/qrcode-link/qr-code/getUnlimitedQRCode.html
 */
export async function drawCode(scene: string): Promise<CodeAnswer> {
  try {
    const { buffer } = Answer.parse(
      await api(await wechatCloud()).getUnlimited({ scene, page, width: widthPoints }),
    );
    return { kind: 'code', picture: Buffer.from(buffer) };
  } catch (error) {
    return { kind: 'none', errCode: Number((error as { errCode?: unknown }).errCode ?? 0) };
  }
}

/** The SDK resolves the names of WeChat's server APIs at run time, so its types do not list them. */
function api({ openapi }: WechatCloud): { getUnlimited(request: object): Promise<unknown> } {
  return openapi.wxacode as ReturnType<typeof api>;
}
