import type { Engine } from './engine';
import { reloadCollections, type Collection } from './storage/catalogue';
import type { Sql } from './storage/sqlite';
import { writeInPieces, type Pieces } from './write/long-write';

/**
 * Records that documents from `firstRid` on are being loaded into a collection. Call inside the first commit of a load.
 */
export function beginLoad(sql: Sql, { id }: Collection, firstRid: number): void {
  sql.prepare('INSERT INTO loads (collection, first_rid) VALUES (?, ?)').run(id, firstRid);
}

/** Records that the documents and all their entries are complete. Call inside the last commit of a load. */
export function endLoad(sql: Sql, { id }: Collection): void {
  sql.prepare('DELETE FROM loads WHERE collection = ?').run(id);
}

/** Removes what refused loads and loads of a killed process have left. Must run alone. */
export async function undoLoads(engine: Engine): Promise<void> {
  const { sql } = engine.target;
  const loads = sql.prepare('SELECT collection, first_rid FROM loads').all();
  for (const { collection, first_rid: firstRid } of loads)
    await writeInPieces(engine, undoing(sql, Number(collection), Number(firstRid)));
  if (loads.length) reloadCollections(sql, engine.collections);
}

const pieceDocuments = 10_000;
/** The approximate size of what removing a document writes: a page of the tree of ids. */
const removalBytes = 1000;

function* undoing(sql: Sql, collection: number, firstRid: number): Pieces {
  // A table that is emptied completely need not be walked through.
  const all = firstRid === 1;
  for (const { id } of sql.prepare('SELECT id FROM indexes WHERE collection = ?').all(collection)) {
    sql.exec(`DELETE FROM i_${Number(id)} ${all ? '' : `WHERE rid >= ${firstRid}`}`);
    yield 0;
  }
  if (all) sql.exec(`DELETE FROM c_${collection}`);
  else {
    const last = sql.prepare(`SELECT max(rid) AS rid FROM c_${collection}`);
    const remove = sql.prepare(`DELETE FROM c_${collection} WHERE rid >= ?`);
    for (let rid = Number(last.get()?.rid); rid >= firstRid; rid -= pieceDocuments) {
      remove.run(Math.max(firstRid, rid - pieceDocuments + 1));
      yield pieceDocuments * removalBytes;
    }
  }
  sql.prepare('DELETE FROM loads WHERE collection = ?').run(collection);
}
