import { chinaClock } from './china-time';
import { say } from './words/say';

/** Whole hours of a day in China, from one and until another; over midnight where the first is the later one. */
interface Hours {
  from: number;
  until: number;
}

/** Whether somebody with these hours can be called now; without any, always. */
export function isCallTime(hours: Hours | null, nowMs: number): boolean {
  if (hours === null) return true;
  const hour = Number(chinaClock(nowMs).slice(0, 2));
  const { from, until } = hours;
  return from < until ? hour >= from && hour < until : hour >= from || hour < until;
}

/** 18–22点. */
export const callHoursText = ({ from, until }: Hours): string => say`${from}–${until}点`;
