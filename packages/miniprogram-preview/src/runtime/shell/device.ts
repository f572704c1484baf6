import type { ShellExtension } from '../extension';
import { make, makeButton } from '../chrome/dom';
import { firstPerson, stranger, type Person } from './people';

/** A phone in a frame, with the controls above it. */
export interface Device {
  label: string;
  controls: HTMLElement;
  frame: HTMLIFrameElement;
}

export function createDevice(people: Person[], index: number, extensions: readonly ShellExtension[]): Device {
  const label = `手机 ${index + 1}`;
  const memory = `preview-shell-${index}`;
  let person = firstPerson(people, index, localStorage.getItem(memory));
  const frame = make('iframe', { title: label });
  const note = make('div', { class: 'device-note' });
  const personListeners: ((openid: string) => void)[] = [];
  const post = (message: object): void => frame.contentWindow?.postMessage(message, location.origin);
  const font = fontSlider(`字体大小 ${index + 1}`, (scale) => post({ type: 'shell:fontScale', scale }));
  const network = networkButton((online) => post({ type: 'shell:network', online }));
  const load = (): void => {
    const parameters = new URLSearchParams({ fontScale: font.value, network: network.value });
    if (person.openid) parameters.set('person', person.openid);
    frame.src = `/phone?${parameters}`;
    note.textContent = person.note;
    for (const listener of personListeners) listener(person.openid);
  };
  const scan = makeButton('扫一扫', () => post({ type: 'shell:scan' }), { 'aria-label': `${label}扫一扫` });
  const holder = personChoice(people, person, `谁拿着${label}`, (chosen) => {
    person = chosen;
    localStorage.setItem(memory, person.openid);
    load();
  });
  const mount = make('div', { class: 'device-extensions' });
  for (const extend of extensions) {
    const onPerson = (listener: (openid: string) => void): void => void personListeners.push(listener);
    extend({ label, mount, onPerson });
  }
  load();
  const reload = makeButton('重新打开', load, { 'aria-label': `重新打开${label}` });
  const fontRow = make('label', { class: 'device-font' }, '字体大小', font);
  const controls = make(
    'div',
    { class: 'device-controls' },
    holder,
    network,
    scan,
    reload,
    note,
    mount,
    fontRow,
  );
  return { label, controls, frame };
}

function personChoice(
  people: Person[],
  first: Person,
  label: string,
  onChoice: (person: Person) => void,
): HTMLSelectElement {
  const select = make('select', { 'aria-label': label });
  for (const { openid, name } of people) select.append(make('option', { value: openid }, name));
  select.value = first.openid;
  select.addEventListener('change', () =>
    onChoice(people.find(({ openid }) => openid === select.value) ?? stranger),
  );
  return select;
}

function fontSlider(label: string, onChange: (scale: number) => void): HTMLInputElement {
  const slider = make('input', { type: 'range', min: '0.8', max: '2', step: '0.1', 'aria-label': label });
  slider.value = '1';
  slider.addEventListener('input', () => onChange(Number(slider.value)));
  return slider;
}

/** Its value is `on` or `off`. */
function networkButton(onChange: (online: boolean) => void): HTMLButtonElement {
  const button = makeButton('网络：开', () => set(button.value !== 'on'), { 'aria-pressed': 'true' });
  button.value = 'on';
  const set = (online: boolean): void => {
    button.value = online ? 'on' : 'off';
    button.setAttribute('aria-pressed', String(online));
    button.textContent = online ? '网络：开' : '网络：关';
    onChange(online);
  };
  return button;
}
