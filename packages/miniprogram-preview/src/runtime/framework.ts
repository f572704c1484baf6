import {
  glassEasel,
  MiniProgramEnv,
  type AssociatedBackend,
  type CodeSpace,
} from 'glass-easel-miniprogram-adapter';
import { PreviewBackend, type FrameworkElement } from './backend';
import { defineBuiltIns } from './components/built-ins';
import { plainTags, refusedTags } from './components/tags';
import { reportError } from './errors';
import { isLongPressed } from './long-press';
import { pageOrigin, touchInPage } from './page-coordinates';
import type { ComponentEntry, ProgramTable, Templates } from './program';

/** The component framework, set up for one program. */
export interface Framework {
  space: CodeSpace;
  backend: AssociatedBackend;
  entries: Map<string, ComponentEntry>;
}

const packagePrefix = 'miniprogram_npm/';

export function createFramework(program: ProgramTable, templates: Templates): Framework {
  glassEasel.addGlobalErrorListener((error, method, component) => {
    reportError(
      error,
      typeof component === 'string' ? component : `${component?.is ?? ''} ${method ?? ''}`.trim(),
    );
    return false;
  });
  const warned = new Set<string>();
  glassEasel.addGlobalWarningListener((message, component) => {
    const isNew = !warned.has(message);
    warned.add(message);
    return isNew && !isIdle(message, component);
  });

  const environment = new MiniProgramEnv();
  const builtIns = defineBuiltIns(environment.getGlobalCodeSpace().getComponentSpace());
  const space = environment.createCodeSpace('', true);
  const components = space.getComponentSpace();
  for (const [tag, definition] of builtIns) components.setGlobalUsingComponent(tag, definition);
  for (const tag of [...plainTags, ...refusedTags]) components.setGlobalUsingComponent(tag, tag);
  // A property called `dataset` or `id` must not hide the element's own field.
  components.updateComponentOptions({ writeFieldsToNode: false, writeIdToDOM: true });
  addReadyLifetime(space);

  const entries = new Map(program.components.map((entry) => [entry.path, entry]));
  for (const entry of program.components) registerEntry(space, entry, templates);
  const backend = environment.associateBackend(withEvents(new PreviewBackend()));
  return { space, backend, entries };
}

/** Drops warnings that WeChat does not give, or that are about a package's own code. */
function isIdle(message: string, component: { is: string } | string): boolean {
  const path = typeof component === 'string' ? component : component.is;
  return (
    /is not a valid property|^Use number as for-list/.test(message) ||
    // `wx:key="index"` is common, although no item has such a field.
    /keys are not unique while list updates: ""/.test(message) ||
    path.startsWith(packagePrefix) ||
    message.includes(packagePrefix)
  );
}

function registerEntry(space: CodeSpace, entry: ComponentEntry, templates: Templates): void {
  const isolation = entry.json.styleIsolation;
  if (entry.isPage) {
    // A page shares its styles unless it says otherwise, even if it was written with Component().
    const own: Record<string, string> = { 'page-isolated': 'isolated', 'page-apply-shared': 'apply-shared' };
    entry.json.styleIsolation = own[isolation ?? ''] ?? 'shared';
  }
  space.addComponentStaticConfig(
    entry.path,
    entry.json as Parameters<CodeSpace['addComponentStaticConfig']>[1],
  );
  // Styles are loaded apart from the framework, which accepts none although its type asks for a text.
  space.addStyleSheet(entry.path, undefined as unknown as string, entry.scope || undefined);
  const template = {
    groupList: templates,
    content: templates[entry.path],
    // Without this setting, a handler on a plain element silently becomes an attribute.
    fallbackListenerOnNativeNode: true,
  };
  space.addCompiledTemplate(entry.path, template as Parameters<CodeSpace['addCompiledTemplate']>[1]);
}

/** The framework leaves `ready` to its host. It follows the first frame, children before parents. */
function addReadyLifetime(space: CodeSpace): void {
  const waiting: glassEasel.GeneralComponent[] = [];
  const flush = () => {
    for (const component of waiting.splice(0).reverse()) component.triggerLifetime('ready', []);
  };
  const components = space.getComponentSpace();
  const behavior = components.defineBehavior({
    lifetimes: {
      created(this: unknown) {
        const component = ownerOf(this);
        (component as FrameworkElement).getBackendElement()?.setAttribute('wx-is', component.is);
      },
      attached(this: unknown) {
        if (waiting.push(ownerOf(this)) === 1) requestAnimationFrame(flush);
      },
    },
  });
  const setOverall = space as { setOverallBehavior(behavior: unknown): void };
  setOverall.setOverallBehavior(behavior);
}

function ownerOf(caller: unknown): glassEasel.GeneralComponent {
  return (caller as { _$?: glassEasel.GeneralComponent })._$ ?? (caller as glassEasel.GeneralComponent);
}

/** Turns browser events into mini-program events: touches in plain objects, `tap` with a position. */
function withEvents(backend: PreviewBackend): PreviewBackend {
  backend.onEvent((target, type, detail, options) => {
    const original = (options as { originalEvent?: Event }).originalEvent;
    const touches =
      original instanceof TouchEvent ? touchFields(type, original) : { touches: [], changedTouches: [] };
    const event = new glassEasel.Event(type, eventDetail(type, detail), { ...options, extraFields: touches });
    if (type !== 'tap' || !isLongPressed()) glassEasel.Event.dispatchEvent(target, event);
    return event.getEventBubbleStatus();
  });
  return backend;
}

/** A tap is over when the finger has left; its event shows the finger all the same. */
function touchFields(type: string, event: TouchEvent): Record<string, unknown> {
  const changedTouches = [...event.changedTouches].map(touchInPage);
  const touches = type === 'tap' ? changedTouches : [...event.touches].map(touchInPage);
  return { touches, changedTouches };
}

function eventDetail(type: string, detail: unknown): unknown {
  if (type !== 'tap' && type !== 'longpress' && type !== 'longtap') return detail;
  const position = detail as { x?: number; y?: number; clientX?: number; clientY?: number };
  const origin = pageOrigin();
  const x = (position.x ?? position.clientX ?? 0) - origin.left;
  const y = (position.y ?? position.clientY ?? 0) - origin.top;
  return { x, y };
}
