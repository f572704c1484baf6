import { checked, named } from './answers';

export type Pipeline = Record<string, (operand: unknown) => Pipeline> & {
  end(): Promise<{ data?: unknown[] }>;
};

/** A pipeline under construction: every stage of Tencent's client gives the next, and `end` runs it. */
export function aggregation(pipeline: Pipeline): object {
  return new Proxy(pipeline, {
    get(target, stage) {
      if (stage === 'end')
        return named('collection.aggregate', async () => ({ list: checked(await target.end()).data }));
      const step = target[stage as string];
      return typeof step === 'function'
        ? (operand: unknown) => aggregation(step.call(target, operand))
        : step;
    },
  });
}
