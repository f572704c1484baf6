/** The SDK's own types take only a string for `env`, although its constant for the current environment is a symbol. */
import 'wx-server-sdk';

declare module 'wx-server-sdk' {
  export function init(config: { env: symbol }): void;
}
