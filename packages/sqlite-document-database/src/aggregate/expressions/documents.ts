import { badValue } from '../../refusals';
import { isDocument, type Document } from '../../values/value';
import { namedArrays } from './arrays';
import { merged, spread } from './collected';
import {
  isNone,
  nullFirst,
  shown,
  stringOf,
  taking,
  takingAll,
  type Maybe,
  type NamedOperator,
  type ValueOperator,
} from './operator';

/**
 * Operators on documents.
 * Source: https://www.mongodb.com/docs/manual/reference/operator/aggregation/#object-expression-operators
 */
export const documentFields: Record<string, ValueOperator> = {
  $mergeObjects: takingAll((values) => merged(spread(values))),
  $objectToArray: taking(
    nullFirst((object) => Object.entries(documentOf('$objectToArray', object)).map(([k, v]) => ({ k, v }))),
    1,
  ),
};

/** Operators on documents and arrays that take their arguments by name. */
export const namedDocuments: Record<string, NamedOperator> = {
  ...namedArrays,
  $setField: {
    required: ['field', 'input', 'value'],
    optional: [],
    compute({ field, input, value }) {
      const name = stringOf('$setField', field);
      if (isNone(input)) return null;
      const document = documentOf('$setField', input);
      return value === undefined ? without(document, name) : { ...document, [name]: value };
    },
  },
  $unsetField: {
    required: ['field', 'input'],
    optional: [],
    compute({ field, input }) {
      const name = stringOf('$unsetField', field);
      return isNone(input) ? null : without(documentOf('$unsetField', input), name);
    },
  },
};

function documentOf(operator: string, value: Maybe): Document {
  if (!isDocument(value)) throw badValue(`${operator} requires a document input, found: ${shown(value)}`);
  return value;
}

function without(document: Document, name: string): Document {
  return Object.fromEntries(Object.entries(document).filter(([each]) => each !== name));
}
