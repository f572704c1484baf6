import type {
  CallInput,
  CallName,
  CallOutput,
  FunctionName,
} from '../../cloudfunctions/shared/contract/contract';
import type { Product } from '../../tests/integration/product';
import type { Counts } from './tally';

/** What people do with the mini-program: its own calls. */
export interface Phone {
  /** The output; null when the call was refused, which is counted. */
  call<F extends FunctionName, C extends CallName<F>>(
    functionName: F,
    call: C,
    input: CallInput<F, C>,
    openid: string,
  ): Promise<CallOutput<F, C> | null>;
  /** The tap that accepts messages: on the phone, and counted by the product. */
  acceptMessages(openid: string): Promise<void>;
}

const templates = ['contact', 'match', 'result'] as const;

/** How often a phone sends again when it is answered that too many write at once. */
const tries = 3;

export function createPhone(product: Product, counts: Counts): Phone {
  const call: Phone['call'] = async (functionName, name, input, openid) => {
    for (let attempt = 1; ; attempt += 1) {
      counts.calls += 1;
      const answer = await product.call(functionName, name, input, openid);
      if (answer.ok) return answer.output;
      const { code } = answer.error;
      const key = `${functionName}.${name} ${code}`;
      counts.refusals.set(key, (counts.refusals.get(key) ?? 0) + 1);
      if (code === 'internal') counts.unexpected.push(stackOf(product, answer.requestId) ?? key);
      if (code !== 'busy' || attempt === tries) return null;
    }
  };
  return {
    call,
    async acceptMessages(openid) {
      const ids = templates.map((name) => `local-message-${name}`);
      product.providers.wechat.acceptMessages(openid, ids);
      await call('news', 'accepted', { templates: [...templates] }, openid);
    },
  };
}

/** The stack that the function logged of a failure that it has no name for; undefined where it logged none. */
const stackOf = ({ cloud }: Pick<Product, 'cloud'>, requestId: string): string | undefined =>
  cloud.logs(requestId).find(({ text }) => text.includes('unexpected failure'))?.text;
