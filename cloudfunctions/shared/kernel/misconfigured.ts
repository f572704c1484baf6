/**
 * A setting of the environment that is missing or invalid. The message is a sentence for the operator of the service:
 * it names the setting, and never its value.
 */
export class Misconfigured extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(`${message}: see docs/trust.md, "Setting it up"`, options);
    this.name = 'Misconfigured';
  }
}
