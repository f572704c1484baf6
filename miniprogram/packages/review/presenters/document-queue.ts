import type { PendingDocument } from '../../../../cloudfunctions/shared/contract/identity-calls';
import { agoText } from '../../../presenters/time/time-text';
import { documentKinds } from '../../../presenters/person/document-kinds';

/** The document that the operator is looking at, in words. */
export interface DocumentView {
  id: string;
  /** 护照，A* */
  title: string;
  waitedText: string;
  photoUrls: string[];
}

/** The queue as its call answers it, the longest waiting first; `nowMs` is the server's clock. */
export interface WaitingDocuments {
  documents: PendingDocument[];
  waiting: number;
  nowMs: number;
}

/** The page's view of the queue: the first document, with an empty form. */
export interface QueueView {
  documents: PendingDocument[];
  waiting: number;
  nowMs: number;
  document: DocumentView | null;
  others: string;
  hasOthers: boolean;
  mayLeave: boolean;
  nameRead: string;
  numberRead: string;
  reason: string;
  wrong: string;
  unreasoned: string;
}

const emptyForm = { nameRead: '', numberRead: '', reason: '', wrong: '', unreasoned: '' };

export const emptyQueue: QueueView = {
  documents: [],
  waiting: 0,
  nowMs: 0,
  document: null,
  others: '',
  hasOthers: false,
  mayLeave: false,
  ...emptyForm,
};

export function queueView({
  documents,
  waiting,
  nowMs,
}: WaitingDocuments): QueueView & { state: 'ready' | 'empty'; message: string } {
  const [first, ...others] = documents;
  return {
    state: first === undefined ? 'empty' : 'ready',
    message: '没有证件在等核验。',
    documents,
    waiting,
    nowMs,
    document: first === undefined ? null : documentView(first, nowMs),
    others: othersText(waiting - 1),
    hasOthers: others.length > 0,
    mayLeave: first?.mayLeave ?? false,
    ...emptyForm,
  };
}

/** Reasons to refuse a document. The person who handed it in reads the sentence. */
export const documentRefusals: { code: string; name: string }[] = [
  { code: 'unreadable', name: '照片看不清，请重新拍。' },
  { code: 'incomplete', name: '照片不全，请把整页拍进去。' },
  { code: 'differs', name: '填写的姓名或号码和照片不一样。' },
  { code: 'expired', name: '证件已经过期。' },
  { code: 'other-kind', name: '照片里不是所选的证件。' },
  { code: 'copy', name: '请拍证件原件，不要拍屏幕或复印件。' },
];

/** `nowMs` is the server's clock. */
export function documentView(
  { id, kind, maskedName, photoUrls, submittedAtMs }: PendingDocument,
  nowMs: number,
): DocumentView {
  const kindName = documentKinds.find(({ code }) => code === kind)?.name ?? '';
  return {
    id,
    title: `${kindName}，${maskedName}`,
    waitedText: `${agoText(submittedAtMs, nowMs)}交上来`,
    photoUrls,
  };
}

/** The number of documents after the shown one, those that another operator decides too. */
export const othersText = (others: number): string => (others <= 0 ? '后面没有了' : `后面还有 ${others} 份`);
