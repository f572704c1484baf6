import type { Group } from '../../cloudfunctions/shared/contract/board';
import type { Beneficiary, Portions, SpareItem } from '../../cloudfunctions/shared/contract/post';

/** What a person fills into either form; who, where and when come from elsewhere. */
export interface PostContent {
  note: string;
  groups: Group[];
  items: SpareItem[];
  beneficiary: Beneficiary;
  source: string | null;
  portions: Portions | null;
}
