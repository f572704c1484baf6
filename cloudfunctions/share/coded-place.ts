import type { PlaceDocument } from '../shared/contract/place-document';
import type { CodedPlace } from '../shared/contract/share-calls';

export const codedPlace = (place: PlaceDocument): CodedPlace => ({
  id: place._id,
  kind: place.kind,
  name: place.name,
  regionLabel: place.regionLabel,
  place: { point: place.publicPoint.coordinates, adcode: place.adcode },
});
