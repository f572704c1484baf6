import type { CallInput, CallName, FunctionName } from '../../cloudfunctions/shared/contract/contract';
import { output, type Product } from '../../tests/integration/product';

/** One call of the contract, or one turn of the timers. */
export interface Step {
  name: string;
  /** Whether timers do the work instead of a caller. */
  isTimers?: boolean;
  run(): Promise<unknown>;
}

/** Makes a step from a call; its input is made when it runs, and `keep` gets its answer. */
export type CallStep = <F extends FunctionName, C extends CallName<F>>(
  functionName: F,
  name: C,
  input: () => CallInput<F, C>,
  openid: string,
  keep?: (answer: never) => void,
) => Step;

export const callsOf =
  (product: Product): CallStep =>
  (functionName, name, input, openid, keep = () => undefined) => ({
    name: `${functionName}.${name}`,
    run: async () => keep(output(await product.call(functionName, name, input(), openid)) as never),
  });
