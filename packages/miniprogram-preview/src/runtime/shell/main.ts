import type { ShellExtension } from '../extension';
import { make } from '../chrome/dom';
import { listenToServer } from '../server-events';
import { createDevice, type Device } from './device';
import { stranger, type Person } from './people';

const devices: Device[] = [];

void fetch('/preview/people')
  .then((response) => response.json() as Promise<Person[]>)
  .then((people) => {
    const everyone = people.some(({ name }) => name === stranger.name) ? people : [...people, stranger];
    const { __previewExtensions: extensions = [] } = globalThis as typeof globalThis & {
      __previewExtensions?: ShellExtension[];
    };
    for (const index of [0, 1]) devices.push(createDevice(everyone, index, extensions));
    document.getElementById('phones')?.append(...devices.map(deviceSection));
    window.addEventListener('message', onPhoneMessage);
    passBuildsOn();
  });

function deviceSection({ controls, frame, label }: Device): HTMLElement {
  return make('section', { class: 'device', 'aria-label': label }, controls, frame);
}

/** Passes builds on to the phones, because a browser opens only six connections to one server. */
function passBuildsOn(): void {
  const pass = (build: object): void => {
    for (const { frame } of devices)
      frame.contentWindow?.postMessage({ type: 'shell:build', ...build }, location.origin);
  };
  listenToServer('/preview/events', 'built', () => pass({ built: true }));
  listenToServer('/preview/events', 'failed', (failed) => pass({ failed }));
}

/** When one phone shares a page, the other opens it. */
function onPhoneMessage(event: MessageEvent): void {
  if (event.origin !== location.origin) return;
  const message = event.data as { type?: string; path?: string };
  if (message.type !== 'preview:share' || !message.path) return;
  const other = devices.find(({ frame }) => frame.contentWindow !== event.source);
  other?.frame.contentWindow?.postMessage({ type: 'shell:open', url: message.path }, location.origin);
}
