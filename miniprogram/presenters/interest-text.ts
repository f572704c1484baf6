/** Who is at one of the user's posts: how many have a number that works, how many wait to be called back. */
export interface Interest {
  open: number;
  waiting: number;
}

export interface InterestText {
  /** '' when nobody has a number. */
  openText: string;
  /** '' when nobody waits. */
  waitingText: string;
}

/** Null when nobody is at the post. */
export function interestText(interest: Interest | undefined): InterestText | null {
  if (interest === undefined) return null;
  const { open, waiting } = interest;
  return {
    openText: open === 0 ? '' : `${open} 位拿到了隐私号码，可能会打给您`,
    waitingText: waiting === 0 ? '' : `${waiting} 位在等您回电`,
  };
}
