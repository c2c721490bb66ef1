import { type Connection, type mongo, Schema } from 'mongoose';
import { insertIgnoringKnown } from '../store/insert-ignoring-known.ts';
import type { ImportProblem } from './import.ts';

export type ImportProblemStore = {
  clearFindings(importId: string): Promise<void>;
  insertProblems(importId: string, problems: ImportProblem[]): Promise<void>;
  listProblems(importId: string, after: number, limit: number): Promise<ImportProblem[]>;
  /** What is wrong or doubtful in these lines. */
  problemsAt(importId: string, lines: readonly number[]): Promise<ImportProblem[]>;
  streamProblems(importId: string): AsyncIterable<ImportProblem>;
  /** Only those that keep their line out. */
  streamKeepingOut(importId: string): AsyncIterable<ImportProblem>;
};

type StoredProblem = ImportProblem & { _id: string; importId: string };

const COLLECTION = 'import-problems';
const KEEPING_OUT: readonly ImportProblem['severity'][] = ['rejects', 'quarantines'];

function problemSchema() {
  const schema = new Schema(
    { _id: { type: String, required: true }, importId: String, line: Number },
    { versionKey: false, minimize: false, strict: false, collection: COLLECTION },
  );
  schema.index({ importId: 1, line: 1 });
  return schema;
}

const fromProblem = ({ _id, importId: _import, ...problem }: StoredProblem): ImportProblem => problem;

/** What was wrong or doubtful in the lines of imports. */
export function createImportProblemStore(connection: Connection): ImportProblemStore {
  connection.model('ImportProblem', problemSchema());
  const problems = connection.collection<StoredProblem>(COLLECTION);
  async function* stream(filter: mongo.Filter<StoredProblem>) {
    for await (const stored of problems.find(filter, { sort: { importId: 1, line: 1 } })) yield fromProblem(stored);
  }
  return {
    async clearFindings(importId) {
      await problems.deleteMany({ importId });
    },
    async insertProblems(importId, found) {
      const stored = found.map((problem) => ({
        _id: `${importId}:${problem.line}:${problem.field ?? ''}:${problem.rule}`,
        importId,
        ...problem,
      }));
      if (stored.length > 0) await insertIgnoringKnown(connection, COLLECTION, stored);
    },
    async listProblems(importId, after, limit) {
      const stored = await problems.find({ importId, line: { $gt: after } }, { sort: { line: 1 }, limit }).toArray();
      return stored.map(fromProblem);
    },
    async problemsAt(importId, lines) {
      if (lines.length === 0) return [];
      const stored = await problems.find({ importId, line: { $in: [...lines] } }, { sort: { line: 1 } }).toArray();
      return stored.map(fromProblem);
    },
    streamProblems: (importId) => stream({ importId }),
    streamKeepingOut: (importId) => stream({ importId, severity: { $in: [...KEEPING_OUT] } }),
  };
}
