import { regionLabel } from '../../../facts/regions/region-label';
import { regionOfSpot } from '../../../facts/regions/region-of-spot';
import { say } from '../../../facts/words/say';
import type { ChosenPlace } from '../../../model/chosen-place';

/**
 * Where the phone is now, as coarsely as WeChat gives it: within about five kilometres, which is enough to look around and
 * not for a post. Throws without permission.
 */
export async function presentPlace(): Promise<ChosenPlace> {
  const { longitude, latitude } = await new Promise<WechatMiniprogram.GetFuzzyLocationSuccessCallbackResult>(
    (success, fail) => wx.getFuzzyLocation({ type: 'gcj02', success, fail }),
  );
  const point: [number, number] = [Number(longitude), Number(latitude)];
  const { adcode } = regionOfSpot('', point);
  return {
    kind: 'point',
    name: say('我现在的位置'),
    regionLabel: regionLabel(adcode),
    place: { point, adcode },
  };
}
