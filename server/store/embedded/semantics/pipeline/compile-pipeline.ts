import type { Doc, PipelineContext } from '../../semantics-contract.ts';
import { isDocument } from '../bson-kind.ts';
import { located, notSupported, typeMismatch } from '../refusals.ts';
import { bucketAutoStage, bucketStage } from './bucket-stages.ts';
import { facetStage, redactStage, unionWithStage } from './combination-stages.ts';
import { countStage, limitStage, matchStage, sampleStage, skipStage, sortStage } from './flow-stages.ts';
import { graphLookupStage } from './graph-lookup-stage.ts';
import { groupStage, sortByCountStage } from './group-stage.ts';
import { lookupStage } from './lookup-stage.ts';
import { addFieldsStage, projectStage, replaceRootStage, replaceWithStage, unsetStage } from './projection-stages.ts';
import { namesOf, type Stage, type StageReader } from './stage.ts';
import { unwindStage } from './unwind-stage.ts';
import { windowStage } from './window-stage.ts';

const STAGES: ReadonlyMap<string, StageReader> = new Map<string, StageReader>([
  ['$match', matchStage],
  ['$project', projectStage],
  ['$addFields', addFieldsStage],
  ['$set', addFieldsStage],
  ['$unset', unsetStage],
  ['$replaceRoot', replaceRootStage],
  ['$replaceWith', replaceWithStage],
  ['$sort', sortStage],
  ['$limit', limitStage],
  ['$skip', skipStage],
  ['$count', countStage],
  ['$sample', sampleStage],
  ['$unwind', unwindStage],
  ['$group', groupStage],
  ['$sortByCount', sortByCountStage],
  ['$bucket', bucketStage],
  ['$bucketAuto', bucketAutoStage],
  ['$lookup', lookupStage],
  ['$graphLookup', graphLookupStage],
  ['$facet', facetStage],
  ['$unionWith', unionWithStage],
  ['$redact', redactStage],
  ['$setWindowFields', windowStage],
]);

/** Stages that MongoDB has and this store has not. */
const REFUSED: ReadonlySet<string> = new Set([
  '$changeStream',
  '$changeStreamSplitLargeEvent',
  '$collStats',
  '$currentOp',
  '$densify',
  '$documents',
  '$fill',
  '$geoNear',
  '$indexStats',
  '$listLocalSessions',
  '$listSampledQueries',
  '$listSearchIndexes',
  '$listSessions',
  '$merge',
  '$out',
  '$planCacheStats',
  '$querySettings',
  '$rankFusion',
  '$search',
  '$searchMeta',
  '$shardedDataDistribution',
  '$vectorSearch',
]);

/** Reads all stages at once, so that a wrong one is refused before any document moves; the result runs them. */
export function compilePipeline(
  stages: readonly unknown[],
  context: PipelineContext,
): (source: Iterable<Doc>) => Iterable<Doc> {
  const read = stages.map((stage) => readStage(stage, context));
  return (source) => read.reduce<Iterable<Doc>>((docs, stage) => stage(docs), source);
}

function readStage(stage: unknown, context: PipelineContext): Stage {
  if (!isDocument(stage)) throw typeMismatch("Each element of the 'pipeline' array must be an object");
  const [name, ...others] = Object.keys(stage);
  if (name === undefined || others.length > 0) {
    throw located(40323, 'A pipeline stage specification object must contain exactly one field.');
  }
  const reader = STAGES.get(name);
  if (reader)
    return reader(stage[name], { name, pipeline: context, names: namesOf(context), compile: compilePipeline });
  if (REFUSED.has(name)) throw notSupported(`the pipeline stage ${name}`);
  throw located(40324, `Unrecognized pipeline stage name: '${name}'`);
}
