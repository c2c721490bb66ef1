import type { IndexPlan, Plan } from '../planner/plan.ts';
import { docOf, type Selected, type Selection, select } from '../planner/select.ts';
import { isDocument } from '../semantics/bson-kind.ts';
import type { Doc } from '../semantics-contract.ts';
import { StoreError } from '../store-error.ts';
import { readAggregate } from './aggregate.ts';
import type { Command, CommandContext } from './command.ts';
import { readCount, readDistinct } from './count-distinct.ts';
import { checkFields } from './fields.ts';
import { readFind, readHint } from './find.ts';

type Explained = { name: string; selection: Selection; rest: Doc[] };

/** Tells where the candidates would come from (IXSCAN with the index's name, or COLLSCAN), and by trying how many were looked at. */
export const explain: Command = (body, context) => {
  checkFields(body, 'explain', ['verbosity']);
  if (!isDocument(body.explain))
    throw new StoreError(14, "BSON field 'explain.explain' is the wrong type, expected type 'object'");
  const question = readQuestion(body.explain, context);
  const collection = context.engine.catalog.find(context.database, question.name);
  const selected = select(collection, question.selection);
  const planner = {
    namespace: `${context.database}.${question.name}`,
    indexFilterSet: false,
    parsedQuery: question.selection.filter,
    winningPlan: winningPlan(selected.plan, question.selection),
    rejectedPlans: [],
  };
  const statistics = body.verbosity === 'queryPlanner' ? {} : { executionStats: run(selected) };
  const answer = { explainVersion: '1', queryPlanner: planner, ...statistics };
  return {
    ...(question.rest.length > 0 ? { stages: [{ $cursor: answer }, ...question.rest] } : answer),
    serverInfo: { host: 'localhost', version: '7.0.14' },
    ok: 1,
  };
};

function readQuestion(inner: Doc, context: CommandContext): Explained {
  const command = Object.keys(inner)[0] ?? '';
  const name = String(inner[command]);
  switch (command) {
    case 'find':
      return { name, selection: readFind(inner, context).selection, rest: [] };
    case 'aggregate': {
      const { selection, rest } = readAggregate(inner, context);
      return { name, selection, rest };
    }
    case 'count':
      return { name, selection: readCount(inner, context), rest: [] };
    case 'distinct':
      return { name, selection: readDistinct(inner, context).selection, rest: [] };
    case 'findAndModify':
    case 'update':
    case 'delete':
      return { name, selection: writeSelection(inner, command, context), rest: [] };
    default:
      throw new StoreError(59, `Explain failed due to unknown command: ${command}`);
  }
}

function writeSelection(inner: Doc, command: string, context: CommandContext): Selection {
  const list = inner[`${command}s`];
  const statement =
    command === 'findAndModify' ? { q: inner.query, ...inner } : Array.isArray(list) ? list[0] : undefined;
  if (!isDocument(statement)) throw new StoreError(2, `explain needs one statement of '${command}'`);
  return {
    filter: isDocument(statement.q) ? statement.q : {},
    sort: isDocument(statement.sort) ? statement.sort : undefined,
    hint: readHint(statement.hint),
    context: { now: context.now },
  };
}

function winningPlan(plan: Plan, selection: Selection): Doc {
  let stage = sourceStage(plan, selection);
  if (!plan.sorted && Object.keys(selection.sort ?? {}).length > 0) {
    stage = { stage: 'SORT', sortPattern: selection.sort, memLimit: 104_857_600, inputStage: stage };
  }
  if (selection.skip) stage = { stage: 'SKIP', skipAmount: selection.skip, inputStage: stage };
  if (selection.limit) stage = { stage: 'LIMIT', limitAmount: selection.limit, inputStage: stage };
  return stage;
}

function sourceStage(plan: Plan, selection: Selection): Doc {
  const filter = plan.exact ? {} : { filter: selection.filter };
  switch (plan.kind) {
    case 'empty':
      return { stage: 'EOF' };
    case 'scan':
      return { stage: 'COLLSCAN', ...filter, direction: plan.backwards ? 'backward' : 'forward' };
    case 'union':
      return { stage: 'FETCH', ...filter, inputStage: { stage: 'OR', inputStages: plan.branches.map(keyStage) } };
    case 'index':
      return { stage: 'FETCH', ...filter, inputStage: indexScan(plan) };
  }
}

const keyStage = (plan: Plan): Doc =>
  plan.kind === 'index'
    ? indexScan(plan)
    : { stage: 'OR', inputStages: plan.kind === 'union' ? plan.branches.map(keyStage) : [] };

function indexScan(plan: IndexPlan): Doc {
  const { index } = plan;
  return {
    stage: 'IXSCAN',
    keyPattern: index.shown.key,
    indexName: index.name,
    isMultiKey: index.throughArray.some(Boolean),
    isUnique: index.unique,
    isSparse: index.sparse,
    isPartial: index.partial !== undefined,
    indexVersion: 2,
    direction: plan.backwards ? 'backward' : 'forward',
    indexBounds: { ranges: plan.ranges.length, boundFields: plan.boundFields },
  };
}

function run(selected: Selected): Doc {
  const started = performance.now();
  let nReturned = 0;
  for (const one of selected.found) {
    docOf(one);
    nReturned += 1;
  }
  return {
    executionSuccess: true,
    nReturned,
    executionTimeMillis: Math.round(performance.now() - started),
    totalKeysExamined: selected.effort.keys,
    totalDocsExamined: selected.effort.documents,
  };
}
