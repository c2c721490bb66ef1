import type { Doc, PipelineContext } from '../../semantics-contract.ts';
import { StoreError } from '../../store-error.ts';
import { compileExpression, type Names } from '../expressions/compile.ts';
import type { Evaluator } from '../expressions/scope.ts';

/** A stage at work: documents in, documents out, as lazily as the stage allows. */
export type Stage = (source: Iterable<Doc>) => Iterable<Doc>;

/** Reads a list of stages. */
type CompileStages = (stages: readonly unknown[], context: PipelineContext) => Stage;

/** What a stage is read with. */
export type StageContext = { name: string; pipeline: PipelineContext; names: Names; compile: CompileStages };

/** Reads the argument of a stage. */
export type StageReader = (argument: unknown, context: StageContext) => Stage;

/** The variables that expressions of a pipeline may use. */
export function namesOf(context: PipelineContext): Names {
  return { variables: new Set(Object.keys(context.variables ?? {})) };
}

/** Reads an expression under the variables of the pipeline. */
export function expressionOf(argument: unknown, context: StageContext): Evaluator {
  return compileExpression(argument, context.names);
}

/** Says which stage a refusal comes from, as MongoDB does. */
export function inStage<T>(name: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof StoreError)
      throw new StoreError(error.code, `Invalid ${name} :: caused by :: ${error.errmsg}`);
    throw error;
  }
}
