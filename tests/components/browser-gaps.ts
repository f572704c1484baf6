import { Script } from 'node:vm';

/**
 * Parts of a browser that jsdom lacks and the preview's runtime needs: touches, scrolling, and a stream that never
 * sends anything.
 */
export const browserGaps = new Script(`
  globalThis.Touch = class Touch {
    constructor(fields) { Object.assign(this, fields); }
  };
  globalThis.TouchEvent = class TouchEvent extends UIEvent {
    constructor(type, { touches = [], targetTouches = [], changedTouches = [], ...shared } = {}) {
      super(type, shared);
      Object.assign(this, { touches, targetTouches, changedTouches });
    }
  };
  Element.prototype.scrollTo = () => {};
  globalThis.EventSource = class EventSource extends EventTarget {
    close() {}
  };
`);
