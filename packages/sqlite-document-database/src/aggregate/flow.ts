import type { FieldReader } from '../query/matcher';
import { documentOf, fieldOf, type ComputedField, type Row } from '../read/row';
import { stringifyEjson } from '../values/ejson';
import { storedTexts } from '../values/stored-parts';
import { setField, type Document, type Value } from '../values/value';
import { checkSize } from './value-size';

/**
 * A document on its way through a pipeline. It is parsed only as far as the stages ask, and what they leave unchanged stays
 * stored text until the answer is written.
 * Items and cells are classes rather than closures, because every document of every stage needs one.
 */
export interface Item {
  /** A top-level field; undefined when it is missing. */
  field(name: string): Value | undefined;
  /** A top-level field that can be passed on without being parsed. */
  cell(name: string): Cell | undefined;
  document(): Document;
  /** Canonical Extended JSON. */
  text(): string;
  /** Canonical Extended JSON of a new document with only these fields, in this order; missing fields are left out. */
  pickedText(fields: PickedFields): string;
  /** The item with a top-level field added or replaced; absent where the item is not made of cells. */
  with?(name: string, cell: Cell): Item;
}

/** A new document's fields, each taken from a field of the old document. */
export interface PickedFields {
  list: readonly {
    /** The field's name in the new document, quoted and followed by a colon. */
    label: string;
    as: string;
    field: string;
    /** The index of the old field's text in the list that `slots` describes. */
    slot: number;
  }[];
  /** The old document's field names, quoted as they are stored, each with an index. */
  slots: ReadonlyMap<string, number>;
}

/** A value that is parsed only when a stage reads it. */
export interface Cell {
  value(): Value;
  text(): string;
  /** The elements, when the value is an array built from cells. */
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
/** A new document made of some fields of an item. */
export const cellOfPicked = (item: Item, fields: PickedFields): Cell => new PickedCell(item, fields);

/** An item for a document that is already parsed. */
export const parsedItem = (document: Document): Item => new ParsedItem(document);
/** An item for a document read from the collection. */
export const storedItem = (row: Row, form: StoredForm): Item => new StoredItem(row, form);
/** The item with fields added, replaced in their place, or removed where the value is undefined. */
export const extendedItem = (
  base: Item,
  names: readonly string[],
  values: readonly (Value | undefined)[],
): Item => new ExtendedItem(base, names, values);
/** An item for a new document made of cells. */
export const composedItem = (cells: ReadonlyMap<string, Cell>): Item => new ComposedItem(cells);

/** A stored document as it is, as a value. */
export const cellOfRow = (row: Row): Cell => new ItemCell(new StoredItem(row, asStored));

/** How a stored row becomes a document or text. `$geoNear` replaces it to add the distance. */
export interface StoredForm {
  toDocument(row: Row): Document;
  toText(row: Row): string;
  /** A field that is not stored, such as a distance. */
  computed?: ComputedField;
}

export const asStored: StoredForm = { toDocument: documentOf, toText: (row) => row.text };

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

/** The methods that can be derived from `field` and `document`. */
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
  /** Cuts the fields out of the stored text without parsing it. */
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
  with(name: string, cell: Cell): Item {
    return new ComposedItem(new Map(this.cells).set(name, cell));
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
