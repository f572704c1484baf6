import type { Interest } from '../../model/contacts';

export interface InterestText {
  /** Empty when no one has a number. */
  openText: string;
  /** Empty when no one waits. */
  waitingText: string;
}

/** Null for a post without contacts. */
export function interestText(interest: Pick<Interest, 'open' | 'waiting'> | undefined): InterestText | null {
  if (interest === undefined) return null;
  const { open, waiting } = interest;
  return {
    openText: open === 0 ? '' : `${open} 位拿到了隐私号码，可能会打给您`,
    waitingText: waiting === 0 ? '' : `${waiting} 位在等您回电`,
  };
}
