import { glassEasel } from 'glass-easel-miniprogram-adapter';

/** What handlers returned, by the event detail that they answered. */
const answers = new WeakMap<object, unknown>();

/**
 * Keeps what handlers return, because a handler of `input` may return the new text of the field. The framework looks
 * handlers up by name and drops their answers.
 */
export function installListenerAnswers(): void {
  const { Component } = glassEasel;
  const lookUp = Component.getMethod.bind(Component) as (...of: unknown[]) => Method | undefined;
  const lookUpKeeping = (...of: unknown[]): Method | undefined => {
    const method = lookUp(...of);
    return method && keepingAnswer(method);
  };
  Component.getMethod = lookUpKeeping as typeof Component.getMethod;
}

/** The last value that a handler returned for an event with this detail. */
export function answerTo(detail: object): unknown {
  return answers.get(detail);
}

type Method = (this: unknown, ...values: unknown[]) => unknown;

function keepingAnswer(method: Method): Method {
  return function (...values) {
    const answer = method.apply(this, values);
    const detail = (values[0] as { detail?: unknown } | null | undefined)?.detail;
    if (answer !== undefined && typeof detail === 'object' && detail !== null) answers.set(detail, answer);
    return answer;
  };
}
