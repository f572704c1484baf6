import { make, makeButton } from '../chrome/dom';
import { createIdentityCard } from './identity-card';

interface Person {
  openid: string;
  name: string;
  note: string;
}

/** Somebody nobody knows yet: the phone itself makes the identity. */
const stranger: Person = { openid: '', name: '路人', note: '还没有验证身份的人' };

interface Device {
  frame: HTMLIFrameElement;
}

const devices: Device[] = [];

void fetch('/preview/people')
  .then((response) => response.json() as Promise<Person[]>)
  .then((people) => {
    const everyone = people.some(({ name }) => name === stranger.name) ? people : [...people, stranger];
    const phones = document.getElementById('phones');
    for (const index of [0, 1]) phones?.append(createDevice(everyone, index));
    window.addEventListener('message', onPhoneMessage);
    passBuildsOn();
  });

function createDevice(people: Person[], index: number): HTMLElement {
  const memory = `preview-shell-${index}`;
  const remembered = people.findIndex(({ openid }) => openid === localStorage.getItem(memory));
  // Whoever is known comes before the stranger: one cannot do much in his place.
  const known = people[0]?.name === stranger.name && people.length > 2 ? 1 : 0;
  const usual = Math.min(index + known, people.length - 1);
  let person = people[remembered >= 0 ? remembered : usual] ?? stranger;
  const frame = make('iframe', { title: `手机 ${index + 1}` });
  const holder = make('select', { 'aria-label': `谁拿着手机 ${index + 1}` });
  const note = make('div', { class: 'device-note' });
  const card = createIdentityCard(`手机 ${index + 1} 的人的身份证`);
  for (const { openid, name } of people) holder.append(make('option', { value: openid }, name));
  const font = make('input', {
    type: 'range',
    min: '0.8',
    max: '2',
    step: '0.1',
    'aria-label': `字体大小 ${index + 1}`,
  });
  font.value = '1';
  const network = makeButton('网络：开', () => setNetwork(network.getAttribute('aria-pressed') !== 'true'), {
    'aria-pressed': 'true',
  });
  const post = (message: object) => frame.contentWindow?.postMessage(message, location.origin);
  const setNetwork = (online: boolean) => {
    network.setAttribute('aria-pressed', String(online));
    network.textContent = online ? '网络：开' : '网络：关';
    post({ type: 'shell:network', online });
  };
  const load = (page = '') => {
    const online = network.getAttribute('aria-pressed') === 'true';
    const parameters = new URLSearchParams({ fontScale: font.value, network: online ? 'on' : 'off' });
    if (person.openid) parameters.set('person', person.openid);
    if (page) parameters.set('page', page);
    frame.src = `/phone?${parameters}`;
    note.textContent = person.note;
    void card.show(person.openid);
    holder.value = person.openid;
  };
  holder.addEventListener('change', () => {
    person = people.find(({ openid }) => openid === holder.value) ?? stranger;
    localStorage.setItem(memory, person.openid);
    load();
  });
  font.addEventListener('input', () => post({ type: 'shell:fontScale', scale: Number(font.value) }));
  const reload = makeButton('重新打开', () => load(), { 'aria-label': `重新打开手机 ${index + 1}` });
  const fontRow = make('label', { class: 'device-font' }, '字体大小', font);
  devices.push({ frame });
  load();
  const controls = make(
    'div',
    { class: 'device-controls' },
    holder,
    network,
    reload,
    note,
    card.node,
    fontRow,
  );
  return make('section', { class: 'device', 'aria-label': `手机 ${index + 1}` }, controls, frame);
}

/** A browser opens six connections to one server, so the phones hear of builds through the shell's one. */
function passBuildsOn(): void {
  const events = new EventSource('/preview/events');
  const pass = (build: object): void => {
    for (const { frame } of devices)
      frame.contentWindow?.postMessage({ type: 'shell:build', ...build }, location.origin);
  };
  events.addEventListener('built', () => pass({ built: true }));
  events.addEventListener('failed', (event) => pass({ failed: JSON.parse(String(event.data)) as object }));
}

/** What one phone shares, the other can open. */
function onPhoneMessage(event: MessageEvent): void {
  if (event.origin !== location.origin) return;
  const message = event.data as { type?: string; path?: string };
  if (message.type !== 'preview:share' || !message.path) return;
  const other = devices.find(({ frame }) => frame.contentWindow !== event.source);
  other?.frame.contentWindow?.postMessage({ type: 'shell:open', url: message.path }, location.origin);
}
