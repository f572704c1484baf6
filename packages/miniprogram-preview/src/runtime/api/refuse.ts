import { reportWarning } from '../errors';
import { session } from '../session';
import { ApiFailure, failureText } from './api-failure';

/**
 * Ends a call as a phone would, by throwing. A lenient preview warns with the phone's answer instead and returns, so that
 * the call goes on.
 */
export function refuse(name: string, reason: string, fields: Record<string, unknown> = {}): void {
  if (!session.lenient) throw new ApiFailure(reason, fields);
  reportWarning(`a phone answers ${failureText(name, reason)}`);
}

/** Refuses what WeChat lets a program do only because the person has just tapped. */
export function requireTap(name: string): void {
  // A browser knows how long ago the person last tapped; without one there are no taps.
  if (navigator.userActivation?.isActive === false) refuse(name, 'can only be invoked by user TAP gesture.');
}
