import { distanceTo, readNear } from '../geo/predicates';
import { encodeKey, keyText } from '../index/key';
import { conjuncts } from '../plan/conjuncts';
import type { Condition, FieldCondition } from '../query/condition';
import { compileCondition } from '../query/matcher';
import { stringifyEjson } from '../values/ejson';
import type { Document } from '../values/value';
import { conditionValues } from './geo-values';
import { documentOf, type Row } from './view';

/** What a query finds in a snapshot, with a transaction's own writes put in place of what they replaced. */
export function mergeWritten(
  snapshot: Row[],
  written: ReadonlyMap<string, Document | null>,
  condition: Condition,
): Row[] {
  const rows = snapshot.filter((row) => !written.has(keyText(encodeKey(documentOf(row)._id))));
  const matches = compileCondition(condition);
  const near = conjuncts(condition).find(
    (child): child is FieldCondition => child.kind === 'field' && child.op === '$near',
  );
  for (const document of written.values()) {
    if (!document || !matches(document)) continue;
    const row: Row = { rid: -1, text: stringifyEjson(document), parsed: document };
    if (near) row.meters = distanceTo(conditionValues(document, near.path), readNear(near.operand).centre);
    rows.push(row);
  }
  if (near) rows.sort((a, b) => (a.meters ?? 0) - (b.meters ?? 0));
  return rows;
}
