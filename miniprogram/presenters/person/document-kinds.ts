import type { DocumentKindCode } from '../../facts/document-numbers';

export const documentKinds: { code: DocumentKindCode; name: string }[] = [
  { code: 'resident', name: '居民身份证' },
  { code: 'passport', name: '护照' },
  { code: 'hk-mo-permit', name: '回乡证' },
  { code: 'taiwan-permit', name: '台胞证' },
  { code: 'hk-mo-tw-resident', name: '港澳台居民居住证' },
  { code: 'permanent-resident', name: '外国人永久居留身份证' },
];
