import type { FieldReader } from '../query/matcher';
import { fieldOf, type ComputedField, type Row } from '../read/row';
import { stringifyEjson } from '../values/ejson';
import { storedTexts } from '../values/stored-parts';
import { setField, type Document, type Value } from '../values/value';
import { checkSize } from './value-size';

/**
 * A document on its way through a pipeline. It is looked at no more than the stages ask for, and what they do not change
 * stays the stored text until the answer is written.
 *
 * Items and cells are classes here, and closures nowhere: there is one of each for every document of every stage.
 */
export interface Item {
  /** A top-level field; undefined when it is missing. */
  field(name: string): Value | undefined;
  /** The same as something that can be passed on unread. */
  cell(name: string): Cell | undefined;
  document(): Document;
  /** Canonical Extended JSON. */
  text(): string;
  /** Canonical Extended JSON of a document of these fields alone, in this order, those that are missing left out. */
  pickedText(fields: PickedFields): string;
}

/** Fields of a new document, from fields of the old. */
export interface PickedFields {
  list: readonly {
    /** What it is called in the new document, quoted and with a colon. */
    label: string;
    as: string;
    field: string;
    /** Which of `slots` it comes from. */
    slot: number;
  }[];
  /** Names of the old document's fields, quoted as they are stored. */
  slots: ReadonlyMap<string, number>;
}

/** A value that is parsed only when a stage reads it. */
export interface Cell {
  value(): Value;
  text(): string;
  /** The elements, when it is an array of such values. */
  readonly elements?: readonly Cell[];
}

export const itemFields: FieldReader<Item> = {
  field: (item, name) => item.field(name),
  document: (item) => item.document(),
};

export const cellOfValue = (value: Value): Cell => new ValueCell(value);
export const cellOfList = (elements: readonly Cell[]): Cell => new ListCell(elements);
/** The whole document as a value. */
export const cellOfItem = (item: Item): Cell => new ItemCell(item);
/** A document of some fields of an item. */
export const cellOfPicked = (item: Item, fields: PickedFields): Cell => new PickedCell(item, fields);

/** A document in memory. */
export const parsedItem = (document: Document): Item => new ParsedItem(document);
/** A document read from the collection. */
export const storedItem = (row: Row, form: StoredForm): Item => new StoredItem(row, form);
/** The item with fields added, changed in their place, or removed where the value is undefined. */
export const extendedItem = (
  base: Item,
  names: readonly string[],
  values: readonly (Value | undefined)[],
): Item => new ExtendedItem(base, names, values);
/** A new document out of cells. */
export const composedItem = (cells: ReadonlyMap<string, Cell>): Item => new ComposedItem(cells);

/** What the stored text becomes: `$geoNear` adds to it. */
export interface StoredForm {
  toDocument(row: Row): Document;
  toText(row: Row): string;
  /** A field that is not stored, such as a distance. */
  computed?: ComputedField;
}

class ValueCell implements Cell {
  constructor(private readonly known: Value) {}
  value(): Value {
    return this.known;
  }
  text(): string {
    return stringifyEjson(checkSize(this.known));
  }
}

class ListCell implements Cell {
  constructor(readonly elements: readonly Cell[]) {}
  value(): Value {
    return this.elements.map((element) => element.value());
  }
  text(): string {
    let text = '[';
    for (const element of this.elements) text += (text.length > 1 ? ',' : '') + element.text();
    return text + ']';
  }
}

class ItemCell implements Cell {
  constructor(private readonly item: Item) {}
  value(): Value {
    return this.item.document();
  }
  text(): string {
    return this.item.text();
  }
}

class PickedCell implements Cell {
  constructor(
    private readonly item: Item,
    private readonly fields: PickedFields,
  ) {}
  value(): Value {
    const document: Document = {};
    for (const { as, field } of this.fields.list) {
      const value = this.item.field(field);
      if (value !== undefined) setField(document, as, value);
    }
    return document;
  }
  text(): string {
    return this.item.pickedText(this.fields);
  }
}

/** What follows from the fields and the document. */
abstract class BaseItem implements Item {
  abstract field(name: string): Value | undefined;
  abstract document(): Document;
  cell(name: string): Cell | undefined {
    const value = this.field(name);
    return value === undefined ? undefined : new ValueCell(value);
  }
  text(): string {
    return stringifyEjson(checkSize(this.document()));
  }
  pickedText(fields: PickedFields): string {
    let text = '{';
    for (const { label, field } of fields.list) {
      const cell = this.cell(field);
      if (cell) text += (text.length > 1 ? ',' : '') + label + cell.text();
    }
    return text + '}';
  }
}

class ParsedItem extends BaseItem {
  constructor(private readonly parsed: Document) {
    super();
  }
  field(name: string): Value | undefined {
    return Object.hasOwn(this.parsed, name) ? this.parsed[name] : undefined;
  }
  document(): Document {
    return this.parsed;
  }
}

class StoredItem extends BaseItem {
  constructor(
    private readonly row: Row,
    private readonly form: StoredForm,
  ) {
    super();
  }
  field(name: string): Value | undefined {
    const { computed } = this.form;
    return computed?.name === name ? computed.of(this.row) : fieldOf(this.row, name);
  }
  document(): Document {
    return this.form.toDocument(this.row);
  }
  override text(): string {
    return this.form.toText(this.row);
  }
  /** Cut out of the stored text. */
  override pickedText(fields: PickedFields): string {
    const { row, form } = this;
    const stored = storedTexts(row.text, fields.slots);
    let text = '{';
    for (const { label, field, slot } of fields.list) {
      const value = field === form.computed?.name ? this.cell(field)?.text() : stored[slot];
      if (value !== undefined) text += (text.length > 1 ? ',' : '') + label + value;
    }
    return text + '}';
  }
}

class ExtendedItem extends BaseItem {
  constructor(
    private readonly base: Item,
    private readonly names: readonly string[],
    private readonly values: readonly (Value | undefined)[],
  ) {
    super();
  }
  field(name: string): Value | undefined {
    const at = this.names.indexOf(name);
    return at < 0 ? this.base.field(name) : this.values[at];
  }
  override cell(name: string): Cell | undefined {
    return this.names.includes(name) ? super.cell(name) : this.base.cell(name);
  }
  document(): Document {
    const document = { ...this.base.document() };
    this.names.forEach((name, at) => {
      const value = this.values[at];
      if (value === undefined) delete document[name];
      else setField(document, name, value);
    });
    return document;
  }
  override pickedText(fields: PickedFields): string {
    return fields.list.some(({ field }) => this.names.includes(field))
      ? super.pickedText(fields)
      : this.base.pickedText(fields);
  }
}

class ComposedItem extends BaseItem {
  constructor(private readonly cells: ReadonlyMap<string, Cell>) {
    super();
  }
  field(name: string): Value | undefined {
    return this.cells.get(name)?.value();
  }
  override cell(name: string): Cell | undefined {
    return this.cells.get(name);
  }
  document(): Document {
    return Object.fromEntries([...this.cells].map(([name, cell]) => [name, cell.value()]));
  }
  override text(): string {
    let text = '{';
    for (const [name, cell] of this.cells)
      text += `${text.length > 1 ? ',' : ''}${JSON.stringify(name)}:${cell.text()}`;
    return text + '}';
  }
}
