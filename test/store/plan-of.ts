import type { Aggregate, Query } from 'mongoose';

/** How a query was answered: which indexes, whether every document was looked at, and how many were for how many results. */
export type QueryPlan = {
  indexes: string[];
  fullScan: boolean;
  sortedInMemory: boolean;
  examined: number;
  returned: number;
};

type Explainable = { explain: (verbosity: 'executionStats') => PromiseLike<unknown> };

/**
 * The plan of a Mongoose query or aggregation, on either store. For the test that holds the application's hot queries to their
 * indexes: `expect(await planOf(Soldier.find({...}))).to.include({ fullScan: false })`.
 */
export async function planOf(query: Query<unknown, unknown> | Aggregate<unknown> | Explainable): Promise<QueryPlan> {
  const told: unknown = await (query as Explainable).explain('executionStats');
  const plan: QueryPlan = { indexes: [], fullScan: false, sortedInMemory: false, examined: 0, returned: 0 };
  read(told, plan);
  return plan;
}

/** Walks whatever shape the server tells: stages lie in `winningPlan`, `inputStage`, `inputStages`, `$cursor`, or in a list. */
function read(told: unknown, plan: QueryPlan): void {
  if (Array.isArray(told)) for (const part of told) read(part, plan);
  if (typeof told !== 'object' || told === null || Array.isArray(told)) return;
  const node = told as Record<string, unknown>;
  if (node.stage === 'COLLSCAN') plan.fullScan = true;
  if (node.stage === 'SORT') plan.sortedInMemory = true;
  if (node.stage === 'IXSCAN') plan.indexes.push(String(node.indexName));
  if (typeof node.totalDocsExamined === 'number') plan.examined += node.totalDocsExamined;
  if (typeof node.nReturned === 'number' && 'totalDocsExamined' in node) plan.returned += node.nReturned;
  for (const [name, part] of Object.entries(node)) {
    // The stages that ran repeat the winning plan; rejected ones did not run.
    if (name !== 'rejectedPlans' && name !== 'executionStages' && name !== 'allPlansExecution') read(part, plan);
  }
}
