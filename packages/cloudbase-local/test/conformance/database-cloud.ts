import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startCloud, type Cloud } from '../../src/cloud';
import { pointSdksAt, realEnvironment, rejection } from './fixture-cloud';
import { speakers, type Row, type Speaker } from './sdk-drivers';

/** The file that declares the collections and indexes of these tests; a deployed environment must have them. */
const declared = join(__dirname, 'fixtures/database.cloudbaserc.json');

/** The only collection without indexes. */
export const thingsCollection = 'conformance_things';

/** The objects that a database test uses. */
export interface DatabaseRoom {
  speaker: Speaker;
  /** The local cloud; absent when a deployed environment is tested. */
  cloud: Cloud | undefined;
}

/**
 * Declares the same tests for each SDK, on an environment of the file's own or on the deployed one. The named
 * collections are emptied before each test.
 */
export function describeDatabase(
  subject: string,
  collections: string[],
  tests: (room: DatabaseRoom) => void,
): void {
  describe.each(speakers)(`${subject} through %s`, (_name, speak) => {
    const room = {} as DatabaseRoom;
    let close: () => Promise<void> = () => Promise.resolve();
    beforeAll(async () => {
      if (realEnvironment === undefined) ({ cloud: room.cloud, close } = await startLocal());
      room.speaker = speak();
    });
    afterAll(() => close());
    beforeEach(async () => {
      const { speaker } = room;
      for (const name of collections) await speaker.collection(name).remove({ _id: speaker._.exists(true) });
    });
    tests(room);
  });
}

async function startLocal(): Promise<{ cloud: Cloud; close(): Promise<void> }> {
  const dataDir = mkdtempSync(join(tmpdir(), 'database-cloud-'));
  const cloud = await startCloud({
    dataDir,
    functionsDir: join(dataDir, 'functions'),
    cloudbaserc: declared,
    environment: {},
    log: (line) => process.stderr.write(`${line}\n`),
  });
  pointSdksAt(cloud);
  return {
    cloud,
    async close() {
      await cloud.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** The ids of rows, in their order. */
export function idsOf(rows: Row[]): unknown[] {
  return rows.map((row) => row._id);
}

/** The text of a refusal and, where the SDK passes it on, its code. */
export async function refusalOf(work: Promise<unknown>): Promise<{ text: string; code?: string }> {
  const error = await rejection(work);
  return { text: error.message ?? error.errMsg ?? String(error), code: error.code };
}
