import type { PendingDocument } from '../../../../cloudfunctions/shared/contract/identity-calls';
import { documentRefusals, type DocumentRefusalCode } from '../../../facts/document-refusals';
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
  isSecondLook: boolean;
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
  isSecondLook: false,
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
    isSecondLook: first?.isSecondLook ?? false,
    ...emptyForm,
  };
}

/** The reasons to refuse a document, as chips. */
export const refusalChips = (Object.keys(documentRefusals) as DocumentRefusalCode[]).map((code) => ({
  code,
  name: documentRefusals[code],
}));

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
