import { toCallError } from '../services/call-error';
import { fontScale } from '../services/font-scale';

/** `show`: the page asks again each time that it shows. `open`: once. */
type Asks = 'show' | 'open';

type Outcome = { state: 'ready' | 'empty'; message?: string };

interface LoadedPage<Shown extends object> {
  /** Data of the page until the first answer. */
  initial: Shown;
  asks: Asks;
  /** Asks the cloud and answers what changes in the data. Throws CallError. */
  ask(): Promise<Partial<NoInfer<Shown>> & Outcome>;
}

/**
 * What a page does that shows one answer of the cloud, in the words of `load-state`: it loads, is ready or empty, or
 * says what went wrong; asks again when the user retries or pulls it down.
 *
 * For pages made by Component: WeChat merges a behavior's methods into a component's, page events among them.
 */
export const loadedPage = <Shown extends object>({ initial, asks, ask }: LoadedPage<Shown>) =>
  Behavior({ behaviors: [loading(asks, ask)], data: initial });

const loading = (asks: Asks, ask: () => Promise<Outcome>) =>
  Behavior({
    data: {
      scale: fontScale(),
      state: 'loading' as 'loading' | 'ready' | 'empty' | 'error',
      message: '',
    },
    lifetimes: {
      attached() {
        if (asks === 'open') void this.load();
      },
    },
    pageLifetimes: {
      show() {
        this.setData({ scale: fontScale() });
        if (asks === 'show') void this.load();
      },
    },
    methods: {
      /** The shown content stays until the answer is there. */
      async load() {
        try {
          this.setData(await ask());
        } catch (thrown) {
          this.setData({ state: 'error', message: toCallError(thrown).message });
        }
      },
      retry() {
        this.setData({ state: 'loading' });
        void this.load();
      },
      async onPullDownRefresh() {
        await this.load();
        await wx.stopPullDownRefresh();
      },
    },
  });
