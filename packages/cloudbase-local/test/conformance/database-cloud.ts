import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startCloud, type Cloud } from '../../src/cloud';
import { pointSdksAt, realEnvironment, rejection } from './fixture-cloud';
import { speakers, type Row, type Speaker } from './sdk-drivers';

/** Where the collections and indexes are declared that these tests write to; a deployed environment must have them. */
const declared = join(__dirname, 'fixtures/database.cloudbaserc.json');

/** The name of the one collection without indexes. */
export const thingsCollection = 'conformance_things';

/** The parts that a database test uses. */
export interface DatabaseRoom {
  speaker: Speaker;
  /** The local cloud; absent when a deployed environment is tested. */
  cloud: Cloud | undefined;
}

/**
 * Describes the same behaviour through each SDK, on an environment of the file's own or on the deployed one. The collections
 * named are emptied before each test.
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

/** Ids of rows, in their order. */
export function idsOf(rows: Row[]): unknown[] {
  return rows.map((row) => row._id);
}

/** The text and, where the SDK passes it on, the code that work was refused with. */
export async function refusalOf(work: Promise<unknown>): Promise<{ text: string; code?: string }> {
  const error = await rejection(work);
  return { text: error.message ?? error.errMsg ?? String(error), code: error.code };
}
