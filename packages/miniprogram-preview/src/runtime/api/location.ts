import { chooseLocation } from '../map/choose-location';
import { refuseUndeclared } from '../declared-infos';
import { askPrivacy } from '../privacy';
import { currentPlace } from '../map/current-place';
import { ApiFailure, calls } from './registry';

interface PointOptions {
  latitude?: number;
  longitude?: number;
}

export const location = calls({
  async chooseLocation(options: PointOptions) {
    refuseUndeclared('chooseLocation');
    await askPrivacy('chooseLocation');
    const place = await chooseLocation(options);
    if (!place) throw new ApiFailure('cancel');
    return place;
  },
  async getLocation() {
    refuseUndeclared('getLocation');
    await askPrivacy('getLocation');
    const { latitude, longitude } = currentPlace();
    return {
      latitude,
      longitude,
      speed: -1,
      accuracy: 30,
      altitude: 0,
      verticalAccuracy: 0,
      horizontalAccuracy: 30,
    };
  },
  async getFuzzyLocation() {
    refuseUndeclared('getFuzzyLocation');
    await askPrivacy('getFuzzyLocation');
    const { latitude, longitude } = currentPlace();
    return { latitude: Number(latitude.toFixed(2)), longitude: Number(longitude.toFixed(2)) };
  },
  openLocation: (options: PointOptions & { name?: string; address?: string }) =>
    chooseLocation({ ...options, readOnly: true }).then(() => undefined),
});
