import { badValue, invalidParam, requestFailed } from '../refusals';
import { parseSentEjson } from '../values/sent-ejson';
import { isDocument, type Value } from '../values/value';

/** One stage of a pipeline. */
export interface Stage {
  name: string;
  operand: Value;
}

/** Reads the stages as the SDKs send them: `{stageKey: '$match', stageValue: '{…Extended JSON…}'}`. */
export function parseStages(sent: unknown, nowMs: number): Stage[] {
  if (!Array.isArray(sent)) throw badValue('stages must be an array');
  return sent.map((stage: { stageKey?: unknown; stageValue?: unknown } | null) => {
    const { stageKey: name, stageValue: text } = stage ?? {};
    if (typeof name !== 'string' || typeof text !== 'string')
      throw invalidParam('a stage needs a stageKey and a stageValue, both strings');
    return checkStage({ name, operand: parseSentEjson(text, nowMs) });
  });
}

/** Reads a pipeline within a stage (`$lookup`, `$facet`): `[{$match: …}, …]`. */
export function parsePipeline(pipeline: Value | undefined): Stage[] {
  if (!Array.isArray(pipeline)) throw badValue('a pipeline must be an array');
  return pipeline.map((stage) => {
    const [entry, ...more] = isDocument(stage) ? Object.entries(stage) : [];
    if (!entry || more.length)
      throw badValue('A pipeline stage specification object must contain exactly one field.');
    return checkStage({ name: entry[0], operand: entry[1] });
  });
}

function checkStage(stage: Stage): Stage {
  if (!supported.has(stage.name)) throw unknownStage(stage.name);
  return stage;
}

export function unknownStage(name: string): Error {
  return requestFailed('Aggregate', `(Location40324) Unrecognized pipeline stage name: '${name}'`);
}

/** Every stage. */
export const stages = [
  '$addFields',
  '$bucket',
  '$bucketAuto',
  '$count',
  '$facet',
  '$geoNear',
  '$group',
  '$limit',
  '$lookup',
  '$match',
  '$project',
  '$redact',
  '$replaceRoot',
  '$replaceWith',
  '$sample',
  '$set',
  '$skip',
  '$sort',
  '$sortByCount',
  '$unset',
  '$unwind',
];

const supported = new Set(stages);
