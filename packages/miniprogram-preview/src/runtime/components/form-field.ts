import type { DomElement } from '../backend';

/** A value that a form collects. */
export interface FormField {
  name(): string;
  value(): unknown;
  reset(): void;
}

const fields = new WeakMap<Element, FormField>();

export function registerField(host: DomElement, field: FormField): void {
  fields.set(host, field);
}

/** The named fields inside an element, in document order. */
export function fieldsIn(container: Element): FormField[] {
  return [...container.querySelectorAll('*')]
    .map((element) => fields.get(element))
    .filter((field) => field !== undefined && field.name() !== '') as FormField[];
}

/** Stops native events of an inner control, which would otherwise reach the author's handlers in addition to ours. */
export function keepInside(control: HTMLElement, types: string[]): void {
  for (const type of types) control.addEventListener(type, (event) => event.stopPropagation());
}
