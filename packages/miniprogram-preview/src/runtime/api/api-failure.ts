/** A failure in WeChat's own words; `errMsg` becomes `<name>:fail <message>`, as WeChat joins them. */
export class ApiFailure extends Error {
  constructor(
    message: string,
    readonly fields: Record<string, unknown> = {},
  ) {
    super(message);
  }
}

/** `setStorage:fail:quota reached` where WeChat's reason begins with a colon. */
export function failureText(name: string, reason: string): string {
  return `${name}:fail${reason.startsWith(':') ? '' : ' '}${reason}`;
}
