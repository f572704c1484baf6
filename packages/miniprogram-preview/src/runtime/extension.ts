/**
 * The interface for a module named in `createPreview({ extensions })`. Extensions run in the browser and give the
 * phones what WeChat itself does not have, such as a telephone network.
 */
export { make, makeButton } from './chrome/dom';

/** One phone, as an extension sees it. */
export interface ExtendedPhone {
  /** The person who holds the phone. */
  readonly openid: string;
  /** An area above pages and dialogs that covers the phone; an extension appends its own screens. */
  readonly mount: HTMLElement;
  /** Listens to server-sent events of one name from an address of the preview's own origin, until the phone closes. */
  listen(url: string, event: string, handler: (data: unknown) => void): void;
  /** Opens a page of the program, as a tap on a notification does: `pages/a/a?x=1`. */
  openPage(url: string): void;
  /** Writes an error to the console and to `wx.onError`. */
  reportError(error: unknown): void;
}

/** Actions that an extension performs in place of the preview. The first extension with a hook gets it. */
export interface PhoneHooks {
  /** Dials a number. The person has confirmed it, and `wx.makePhoneCall` has succeeded. */
  makePhoneCall?(phoneNumber: string): void;
}

/** The default export of `PreviewExtension.phone`: called once on each phone, before the program's first page. */
export type PhoneExtension = (phone: ExtendedPhone) => PhoneHooks | undefined;

/** One phone of the page with two, as an extension sees it from outside. */
export interface ShellPhone {
  /** The phone's title: 手机 1 or 手机 2. */
  readonly label: string;
  /** The area below the phone's controls, for an extension's own elements. */
  readonly mount: HTMLElement;
  /** Calls back with the openid of the phone's holder, now and after each change; '' for a person without one. */
  onPerson(listener: (openid: string) => void): void;
}

/** The default export of `PreviewExtension.shell`: called once for each of the two phones. */
export type ShellExtension = (phone: ShellPhone) => void;
