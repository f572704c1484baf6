/** Why an operator refuses a document. The person who handed it in reads the sentence. */
export const documentRefusals = {
  unreadable: '照片看不清，请重新拍。',
  incomplete: '照片不全，请把整页拍进去。',
  differs: '填写的姓名或号码和照片不一样。',
  expired: '证件已经过期。',
  'other-kind': '照片里不是所选的证件。',
  copy: '请拍证件原件，不要拍屏幕或复印件。',
} as const;

export type DocumentRefusalCode = keyof typeof documentRefusals;
