import { askAgainLater, refusalText, stopAsking } from '../services/ask-again';
import { fontScale } from '../services/font-scale';
import { isWithoutAnswer, staleSentence } from '../services/kept-answers';
import { speakOn } from '../services/language';

/** `show`: the page asks again each time that it shows. `open`: once. */
type Asks = 'show' | 'open';

type Outcome = { state: 'ready' | 'empty'; message?: string };

/** The page's data from an earlier visit's last answer, and when it came by this phone's clock. */
type AtHand<Shown extends object = object> = { shown: Partial<Shown> & Outcome; atMs: number };

interface LoadedPage<Shown extends object> {
  /** Data of the page until the first answer. */
  initial: Shown;
  asks: Asks;
  /** Asks the cloud and answers what changes in the data. Throws CallError. */
  ask(): Promise<Partial<NoInfer<Shown>> & Outcome>;
  /** The data shown before the first answer and without a network; null when nothing was kept. */
  atHand?(): AtHand<NoInfer<Shown>> | null;
}

/**
 * What a page does that shows one answer of the cloud, in the words of `load-state`: it loads, is ready or empty, or
 * says what went wrong; asks again when the user retries or pulls it down, and by itself while the service is overloaded.
 *
 * For pages made by Component: WeChat merges a behavior's methods into a component's, page events among them.
 */
export const loadedPage = <Shown extends object>({
  initial,
  asks,
  ask,
  atHand = () => null,
}: LoadedPage<Shown>) => Behavior({ behaviors: [loading(asks, ask, atHand)], data: initial });

/** The last question of each page. */
const latest = new WeakMap<object, symbol>();

const loading = (asks: Asks, ask: () => Promise<Outcome>, atHand: () => AtHand | null) =>
  Behavior({
    data: {
      scale: fontScale(),
      state: 'loading' as 'loading' | 'ready' | 'empty' | 'error',
      message: '',
      /** How old the shown content is, when it could not be asked for again. */
      staleText: '',
    },
    lifetimes: {
      attached() {
        speakOn(this);
        const kept = atHand();
        if (kept !== null) this.setData(kept.shown);
        if (asks === 'open') void this.load();
      },
      detached() {
        stopAsking(this);
      },
    },
    pageLifetimes: {
      show() {
        this.setData({ scale: fontScale() });
        if (asks === 'show' || this.data.state === 'error' || this.data.staleText !== '') void this.load();
      },
      hide() {
        stopAsking(this);
      },
    },
    methods: {
      /** The shown content stays until the answer is there. One that a later question overtook is not shown. */
      async load() {
        const turn = Symbol();
        latest.set(this, turn);
        try {
          const answer = await ask();
          if (latest.get(this) !== turn) return;
          stopAsking(this);
          this.setData({ staleText: '', ...answer });
        } catch (thrown) {
          if (latest.get(this) !== turn) return;
          const kept = isWithoutAnswer(thrown) ? atHand() : null;
          if (kept !== null) this.setData({ ...kept.shown, staleText: staleSentence(kept.atMs, thrown) });
          else this.setData({ state: 'error', staleText: '', message: refusalText(thrown) });
          askAgainLater(this, thrown, () => void this.load());
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
