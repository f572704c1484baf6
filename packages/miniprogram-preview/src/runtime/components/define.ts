import type { glassEasel } from 'glass-easel-miniprogram-adapter';
import { applyAnimation } from '../animation-player';
import type { DomElement } from '../backend';

/**
 * A built-in component: its properties with their default values (which also give their types), and a function that
 * makes the behaviour of one instance. The instance's own DOM is inside `host`, next to the author's children.
 */
export interface BuiltIn<P extends object> {
  tag: string;
  properties: P & Partial<CommonProperties>;
  create(node: BuiltInNode<P>): BuiltInBehaviour<P>;
}

export interface BuiltInNode<P extends object> {
  readonly host: DomElement;
  /** Current values of the properties. */
  readonly data: Readonly<P & CommonProperties>;
  /** Sends an event that does not bubble, like most events of built-in components. */
  emit(name: string, detail?: unknown, options?: { bubbles?: boolean; composed?: boolean }): void;
  /** Changes own properties, and the data that `model:` binds to them. */
  setData(change: Partial<P>): void;
  /** Listens to a mini-program event that reaches this node, e.g. `tap`. */
  on(name: string, listener: (event: TapEvent) => void): void;
  /** Path of the page or component whose template uses this node: relative asset paths start there. */
  ownerPath(): string;
}

export interface TapEvent {
  getOriginalEvent?(): Event | undefined;
}

export interface BuiltInBehaviour<P extends object> {
  /** Called once before attaching and whenever properties change, with the names of those that differ. */
  update?(changed: ReadonlySet<keyof (P & CommonProperties)>): void;
  attached?(): void;
  detached?(): void;
  /** The element that carries `aria-*`; `host` by default. */
  labelled?: HTMLElement;
}

/** Properties that every built-in component has. */
const commonProperties = {
  hidden: false,
  animation: null as unknown,
  hoverClass: 'none',
  hoverStartTime: 20,
  hoverStayTime: 70,
  ariaRole: '',
  ariaLabel: '',
  // These are states: a program may bind them as booleans or as words.
  ariaHidden: null as unknown,
  ariaDisabled: null as unknown,
  ariaChecked: null as unknown,
  ariaSelected: null as unknown,
  ariaExpanded: null as unknown,
  ariaModal: null as unknown,
  ariaPressed: null as unknown,
  ariaLive: '',
  ariaLevel: '',
  ariaDescribedby: '',
};

export type CommonProperties = typeof commonProperties;

type ComponentSpace = glassEasel.ComponentSpace;
type Definition = glassEasel.GeneralComponentDefinition;

interface Instance {
  data: Record<string, unknown>;
  ownerShadowRoot: { getHostNode(): { is: string } } | null;
  getBackendElement(): unknown;
  setData(change: object): void;
  triggerEvent(name: string, detail: unknown, options: object): void;
  addListener(name: string, listener: (event: TapEvent) => void): void;
}

/** Registers a built-in component with the framework. */
export function defineBuiltIn<P extends object>(space: ComponentSpace, builtIn: BuiltIn<P>): Definition {
  const defaults: Record<string, unknown> = { ...commonProperties, ...builtIn.properties };
  const names = Object.keys(defaults);
  const behaviours = new WeakMap<object, BuiltInBehaviour<P>>();
  const seen = new WeakMap<object, Record<string, unknown>>();

  const refresh = (instance: Instance): void => {
    const behaviour = behaviours.get(instance);
    if (!behaviour) return;
    const before = seen.get(instance);
    const changed = new Set(names.filter((name) => !before || before[name] !== instance.data[name]));
    if (changed.size === 0) return;
    seen.set(instance, { ...instance.data });
    applyCommon(instance, behaviour.labelled, changed);
    behaviour.update?.(changed as ReadonlySet<keyof (P & CommonProperties)>);
  };

  const definition = {
    is: `built-in/${builtIn.tag}`,
    properties: Object.fromEntries(names.map((name) => [name, propertyOption(defaults[name])])),
    lifetimes: {
      created(this: Instance) {
        behaviours.set(this, builtIn.create(nodeOf<P>(this)));
      },
      attached(this: Instance) {
        refresh(this);
        behaviours.get(this)?.attached?.();
      },
      detached(this: Instance) {
        behaviours.get(this)?.detached?.();
      },
    },
    observers: {
      [names.join(',')](this: Instance) {
        refresh(this);
      },
    },
  };
  const define = space.defineComponent.bind(space) as (definition: object) => Definition;
  return define(definition);
}

function nodeOf<P extends object>(instance: Instance): BuiltInNode<P> {
  return {
    host: instance.getBackendElement() as DomElement,
    get data() {
      return instance.data as P & CommonProperties;
    },
    emit: (name, detail = {}, options = {}) =>
      instance.triggerEvent(name, detail, { bubbles: false, composed: false, ...options }),
    setData: (change) => instance.setData(change),
    on: (name, listener) => instance.addListener(name, listener),
    ownerPath: () => instance.ownerShadowRoot?.getHostNode().is ?? '',
  };
}

function propertyOption(value: unknown): object {
  if (typeof value === 'string') return { type: String, value };
  if (typeof value === 'number') return { type: Number, value };
  if (typeof value === 'boolean') return { type: Boolean, value };
  return { type: null, value };
}

function applyCommon(instance: Instance, labelled: HTMLElement | undefined, changed: Set<string>): void {
  const host = instance.getBackendElement() as DomElement;
  for (const name of changed) {
    const value = instance.data[name];
    if (name === 'hidden') host.toggleAttribute('hidden', Boolean(value));
    else if (name === 'animation' && value) applyAnimation(host, value);
    else if (name === 'hoverClass' && value !== 'none') host.setAttribute('hover-class', String(value));
    else if (name.startsWith('aria') && value !== '' && value !== null && value !== undefined) {
      const attribute = name === 'ariaRole' ? 'role' : `aria-${name.slice(4).toLowerCase()}`;
      (labelled ?? host).setAttribute(attribute, String(value));
    }
  }
}
