import { component as adapterComponent, type CodeSpace } from 'glass-easel-miniprogram-adapter';
import { createIntersectionObserver } from './api/intersection-observer';
import { createSelectorQuery } from './api/selector-query';
import type { Framework } from './framework';
import { reportError } from './errors';
import { animate, clearAnimation } from './instance-animation';
import { EventChannel } from './event-channel';
import { limitSetData, type SetData } from './set-data';

/** The object that an author passes to Page, Component, Behavior or App. */
type Definition = Record<string, unknown>;

type BehaviorBuilder = { definition(definition: Definition): { register(): unknown } };

interface PropertyOption {
  type?: unknown;
  observer?: unknown;
}

/** The paths of the files that are running, innermost last: `Component()` registers under the path of its own file. */
const running: string[] = [];

export function enter(path: string): void {
  running.push(path);
}

export function leave(path: string): void {
  if (running.at(-1) === path) running.pop();
}

/** The paths that have called `Page()` or `Component()`. */
const registered = new Set<string>();

/** Runs a component's file. An error is reported and does not affect other components. */
export function runFile(path: string, file: () => void): void {
  const depth = running.push(path) - 1;
  try {
    file();
  } catch (error) {
    reportError(error, path);
  } finally {
    running.length = depth;
  }
}

/** Runs the file of a page or component. One that registers nothing is empty, so that its template is still drawn. */
export function runComponentFile(path: string, file: () => void): void {
  runFile(path, file);
  if (registered.has(path)) return;
  reportError(`${path} is not registered: its file calls neither Page() nor Component()`);
  runFile(path, () => (globalThis as unknown as { Component(definition: object): void }).Component({}));
}

export interface AppInstance extends Definition {
  onLaunch?(options: unknown): void;
  onShow?(options: unknown): void;
  onHide?(): void;
  onError?(message: string): void;
  onPageNotFound?(options: unknown): void;
}

const app: AppInstance = {};

/** The object that `getApp()` returns. */
export function currentApp(): AppInstance {
  return app;
}

/** Makes Page, Component, Behavior, App and getApp global. */
export function installDefinitionGlobals(framework: Framework): void {
  const { space } = framework;
  const shareBehavior = builtInBehaviors(space);
  const prepare = (definition: Definition) => normalize(definition, shareBehavior);
  const Behavior = (definition: Definition = {}) =>
    builderOf(space).definition(prepare(definition)).register();
  Object.assign(globalThis, {
    App(definition: AppInstance) {
      Object.assign(app, definition);
    },
    getApp: () => app,
    Behavior: Object.assign(Behavior, { trait: space.traitBehavior.bind(space) }),
    Component(definition?: Definition) {
      const path = currentPath('Component');
      if (definition === undefined) return space.component(path);
      applyJsOptions(framework, path, definition);
      const builder = space.component(path) as BehaviorBuilder & {
        options(options: unknown): void;
      };
      if (definition.options) builder.options(definition.options);
      return builder.definition(prepare(definition)).register();
    },
    Page(definition: Definition) {
      const builder = space.component(currentPath('Page')) as {
        pageDefinition(definition: Definition): { register(): unknown };
      };
      return builder.pageDefinition(prepare(definition)).register();
    },
  });
  extendInstances();
}

function currentPath(caller: string): string {
  const path = running.at(-1);
  if (path === undefined) throw new Error(`${caller}() was called outside a page's or component's own file`);
  registered.add(path);
  return path;
}

function builderOf(space: CodeSpace): BehaviorBuilder {
  return space.behavior() as BehaviorBuilder;
}

/** Style options in the script, which may replace those in the JSON. */
function applyJsOptions({ entries }: Framework, path: string, definition: Definition): void {
  const entry = entries.get(path);
  const options = definition.options as { styleIsolation?: string; addGlobalClass?: boolean } | undefined;
  if (!entry || entry.isPage || !options || entry.json.styleIsolation !== undefined) return;
  if (options.styleIsolation) entry.json.styleIsolation = options.styleIsolation;
  else if (options.addGlobalClass) entry.json.styleIsolation = 'apply-shared';
}

/** `wx://form-field` and similar behaviors are named by a string. */
function builtInBehaviors(space: CodeSpace): (name: string) => unknown {
  const known = new Map<string, unknown>();
  return (name) => {
    if (!known.has(name)) {
      const isField = name.startsWith('wx://form-field');
      const properties = isField ? { name: String, value: null } : {};
      known.set(name, builderOf(space).definition({ properties }).register());
    }
    return known.get(name);
  };
}

function normalize(definition: Definition, builtIn: (name: string) => unknown): Definition {
  const { behaviors, properties } = definition;
  if (Array.isArray(behaviors)) {
    definition.behaviors = behaviors
      .map((b: unknown) => (typeof b === 'string' ? builtIn(b) : b))
      .filter(Boolean);
  }
  for (const option of Object.values((properties ?? {}) as Record<string, PropertyOption | null>)) {
    if (option === null || typeof option !== 'object') continue;
    // Where WeChat knows no kind, any will do: Vant writes a list of kinds.
    if (option.type === undefined || Array.isArray(option.type)) option.type = null;
    const { observer } = option;
    if (typeof observer === 'string') {
      option.observer = function (
        this: Record<string, (...values: unknown[]) => void>,
        ...values: unknown[]
      ) {
        this[observer]?.(...values);
      };
    }
  }
  return definition;
}

/** Methods that every page and component has on a phone and that the framework lacks. */
function extendInstances(): void {
  // The class has private fields, which no other type may overlap.
  const prototype = adapterComponent.ComponentCaller.prototype as unknown as Definition;
  Object.assign(prototype, {
    setData: limitSetData(prototype.setData as SetData),
    renderer: 'webview',
    getOpenerEventChannel: () => new EventChannel(),
    getPageId: () => 'page',
    getTabBar: () => null,
    createSelectorQuery(this: unknown) {
      return createSelectorQuery(this);
    },
    createIntersectionObserver(this: unknown, options?: object) {
      return createIntersectionObserver(this, options);
    },
    animate,
    clearAnimation,
    setInitialRenderingCache: () => undefined,
    setUpdatePerformanceListener: () => undefined,
    applyAnimatedStyle: () => undefined,
    setPassiveEvent: () => undefined,
  });
}
