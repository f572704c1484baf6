import { Script } from 'node:vm';
import { JSDOM, VirtualConsole, type JsdomElement } from 'jsdom';
import { browserGaps } from './browser-gaps';
import { hostPage, hostTemplate, usableComponents } from './host-template';
import { builtProgram, type BuiltProgram } from './program';

/** What a cloud function answers to a call's input, or a promise of it: `{ ok: true, output }` or `{ ok: false, error }`. */
export type Answer = (input: unknown) => object;

export interface MountOptions {
  /** The data that the WXML binds. */
  data?: Record<string, unknown>;
  /** Answers by function and call: `contact.done`. Any other call fails like an unreachable network. */
  functions?: Record<string, Answer>;
}

/** A page of WXML on a phone: real components, scripts and TDesign, on the preview's runtime in jsdom. */
export interface Mounted {
  /** All visible text, without blanks. */
  text(): string;
  has(words: string): boolean;
  /** The innermost element with this text, label or placeholder, ignoring blanks. Throws when nothing matches. */
  find(words: string): JsdomElement;
  tap(words: string): Promise<void>;
  type(field: string, value: string): Promise<void>;
  /** Changes the data that the WXML binds. */
  set(data: Record<string, unknown>): Promise<void>;
  /** Runs a script on the phone and returns its value. */
  run(script: string): unknown;
  /** Waits until nothing is left to do. */
  settle(): Promise<void>;
  /** Events that reached a `bind:…="heard"`, in order. */
  readonly heard: { type: string; detail: unknown }[];
  /** Calls of cloud functions, in order. */
  readonly calls: { name: string; input: unknown }[];
  /** The page's requests to the phone, in order: another page, a telephone call, the clipboard. */
  readonly asked: { name: string; options: unknown }[];
  /** Errors and warnings of the console. */
  readonly problems: string[];
}

/** How the host page's script and this file meet inside the phone. */
interface HostState {
  data: Record<string, unknown>;
  using: Record<string, string>;
  set?(data: Record<string, unknown>): void;
  heard: Mounted['heard'];
  asked: Mounted['asked'];
}

const phones: JSDOM[] = [];
let scripts: Record<Exclude<keyof BuiltProgram, 'phone'>, Script> | undefined;

afterEach(() => {
  for (const phone of phones.splice(0)) phone.window.close();
});

/** Opens a phone on a page that holds this WXML. */
export function mount(wxml: string, options: MountOptions = {}): Promise<Mounted> {
  return openPhone(hostPage, options, hostScript(wxml));
}

/** Opens a phone on a page of the mini-program itself. */
export function openPage(path: string, options: MountOptions = {}): Promise<Mounted> {
  return openPhone(path, options, '');
}

async function openPhone(path: string, options: MountOptions, extraScript: string): Promise<Mounted> {
  const problems: string[] = [];
  const virtualConsole = new VirtualConsole();
  for (const level of ['error', 'warn', 'jsdomError'])
    virtualConsole.on(level, (...values) => problems.push(values.map(String).join(' ')));
  const dom = new JSDOM(builtProgram().phone, {
    url: `http://phone.test/?page=${path}`,
    runScripts: 'outside-only',
    pretendToBeVisual: true,
    virtualConsole,
  });
  phones.push(dom);
  const host: HostState = { data: options.data ?? {}, using: usableComponents(), heard: [], asked: [] };
  const calls: Mounted['calls'] = [];
  const context = dom.getInternalVMContext();
  Object.assign(context, { host, fetch: cloudOf(options.functions ?? {}, calls) });
  scripts ??= compiled();
  for (const script of [browserGaps, scripts.runtime, scripts.templates, scripts.program])
    script.runInContext(context);
  new Script(recordingScript + extraScript).runInContext(context);
  scripts.app.runInContext(context);
  await settle();
  return mounted(dom, host, calls, problems);
}

/** Actions that leave the page are recorded instead of performed. */
const recordingScript = `
  for (const name of ['navigateTo', 'navigateToMiniProgram', 'switchTab', 'makePhoneCall', 'setClipboardData', 'openPrivacyContract'])
    wx[name] = (options) => {
      host.asked.push({ name, options });
      options?.success?.({});
      return Promise.resolve({ errMsg: name + ':ok' });
    };
`;

function compiled(): NonNullable<typeof scripts> {
  const { runtime, templates, program, app } = builtProgram();
  const script = (code: string, filename: string): Script => new Script(code, { filename });
  return {
    runtime: script(runtime, 'runtime.js'),
    templates: script(templates, 'templates.js'),
    program: script(program, 'program.js'),
    app: script(app, 'app.js'),
  };
}

/** Adds the host page to the program, between the program's table and its scripts. */
function hostScript(wxml: string): string {
  const page = JSON.stringify(hostPage);
  return `{
    const preview = globalThis.__preview;
    const json = { usingComponents: host.using };
    preview.program.components.push({ path: ${page}, json, isPage: true, scope: '', style: '' });
    preview.program.pages.push(${page});
    Object.assign(preview.templates, ${hostTemplate(wxml)});
    preview.run(${page}, () => Page({
      data: host.data,
      onLoad() { host.set = (data) => this.setData(data); },
      heard({ type, detail }) { host.heard.push({ type, detail }); },
    }), '');
  }`;
}

/** The endpoint of the cloud functions. */
function cloudOf(functions: Record<string, Answer>, calls: Mounted['calls']): unknown {
  return async (url: string, request?: { body: string }) => {
    // The runtime also requests the result of its own build.
    if (request === undefined) return { json: () => Promise.resolve({ ok: true, diagnostics: [] }) };
    const { call, input } = JSON.parse(request.body) as { call: string; input: unknown };
    const name = `${url.split('/').at(-1)}.${call}`;
    calls.push({ name, input });
    const answer = functions[name];
    if (answer === undefined) throw new TypeError('Failed to fetch');
    const result = answer(input);
    return { json: async () => ({ result: await result, requestID: 'test' }) };
  };
}

function mounted(dom: JSDOM, host: HostState, calls: Mounted['calls'], problems: string[]): Mounted {
  const all = (selector: string): JsdomElement[] => [
    ...dom.window.document.querySelectorAll(`#pages > [wx-is] ${selector}, #overlays ${selector}`),
  ];
  const says = (element: JsdomElement, words: string): boolean =>
    [element.textContent, element.getAttribute('aria-label'), element.getAttribute('placeholder')]
      .map(compact)
      .includes(compact(words));
  const find = (words: string): JsdomElement => {
    const found = all('*').filter((element) => says(element, words));
    const innermost = found.findLast((element) =>
      found.every((other) => other === element || !element.contains(other)),
    );
    if (innermost === undefined) throw new Error(`nothing says "${words}" in: ${text()}`);
    return innermost;
  };
  const text = (): string =>
    all('> *')
      .map(({ textContent }) => compact(textContent))
      .join('');
  return {
    heard: host.heard,
    calls,
    asked: host.asked,
    problems,
    text,
    find,
    settle,
    run: (script) => new Script(script).runInContext(dom.getInternalVMContext()) as unknown,
    has: (words) => all('*').some((element) => says(element, words)),
    async tap(words) {
      find(words).click();
      await settle();
    },
    async type(field, value) {
      const control = find(field);
      control.value = value;
      for (const type of ['input', 'blur']) control.dispatchEvent(eventIn(dom, type));
      await settle();
    },
    async set(data) {
      host.set?.(data);
      await settle();
    },
  };
}

const compact = (text: string | null): string => (text ?? '').replace(/\s+/g, '');

function eventIn(dom: JSDOM, type: string): object {
  return new Script(`new Event(${JSON.stringify(type)}, { bubbles: true })`).runInContext(
    dom.getInternalVMContext(),
  ) as object;
}

/** A few frames, one after the other: what a tap begins may take two, and a call's answer one more. */
async function settle(): Promise<void> {
  for (let frame = 0; frame < 3; frame++) await new Promise((resolve) => setTimeout(resolve, 17));
}
