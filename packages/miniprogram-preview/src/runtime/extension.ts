/**
 * What a module named in `createPreview({ extensions })` is written against. Extensions run in the browser: they add to
 * the phones what a mini-program's surroundings have beyond WeChat itself, such as a telephone network.
 */
export { make, makeButton } from './chrome/dom';

/** One phone, as an extension sees it. */
export interface ExtendedPhone {
  /** The person who holds the phone. */
  readonly openid: string;
  /** Covers the phone, above pages and dialogs: an extension appends its own screens. */
  readonly mount: HTMLElement;
  /** Listens to server-sent events of one name from an address of the preview's own origin, as long as the phone is open. */
  listen(url: string, event: string, handler: (data: unknown) => void): void;
  /** Opens a page of the program, as a tap on a notification does: `pages/a/a?x=1`. */
  openPage(url: string): void;
  /** Writes an error to the console and to `wx.onError`. */
  reportError(error: unknown): void;
}

/** What an extension does in place of the preview. The first extension with a hook has it. */
export interface PhoneHooks {
  /** Dials. The person has confirmed the number; `wx.makePhoneCall` has succeeded. */
  makePhoneCall?(phoneNumber: string): void;
}

/** The default export of `PreviewExtension.phone`: called once on each phone, before the program's first page. */
export type PhoneExtension = (phone: ExtendedPhone) => PhoneHooks | undefined;

/** One phone of the page that shows two, as an extension sees it from outside. */
export interface ShellPhone {
  /** 手机 1 or 手机 2. */
  readonly label: string;
  /** The area below the phone's controls, where an extension shows its own elements. */
  readonly mount: HTMLElement;
  /** Is called with the openid of the phone's person, now and after each change; '' is a person without one. */
  onPerson(listener: (openid: string) => void): void;
}

/** The default export of `PreviewExtension.shell`: called once for each of the two phones. */
export type ShellExtension = (phone: ShellPhone) => void;
