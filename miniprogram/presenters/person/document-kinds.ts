import type { DocumentKind } from '../../../cloudfunctions/shared/contract/identity-document';

export const documentKinds: { code: DocumentKind; name: string }[] = [
  { code: 'resident', name: '居民身份证' },
  { code: 'passport', name: '护照' },
  { code: 'permanent-resident', name: '外国人永久居留身份证' },
  { code: 'hk-mo-tw-resident', name: '港澳台居民居住证' },
];
