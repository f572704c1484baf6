/** As much of jsdom as the component tests use: its own types would bring the browser's globals into every file. */
declare module 'jsdom' {
  import type { Context } from 'node:vm';

  export interface JsdomElement {
    readonly textContent: string | null;
    readonly parentElement: JsdomElement | null;
    getAttribute(name: string): string | null;
    querySelectorAll(selector: string): Iterable<JsdomElement>;
    contains(other: JsdomElement): boolean;
    click(): void;
    dispatchEvent(event: object): boolean;
    value?: string;
  }

  export class VirtualConsole {
    on(event: string, listener: (...values: unknown[]) => void): void;
  }

  export class JSDOM {
    constructor(
      html: string,
      options: {
        url: string;
        runScripts: 'outside-only';
        pretendToBeVisual: boolean;
        virtualConsole: VirtualConsole;
      },
    );
    readonly window: {
      document: { querySelectorAll(selector: string): Iterable<JsdomElement> };
      close(): void;
    };
    getInternalVMContext(): Context;
  }
}
