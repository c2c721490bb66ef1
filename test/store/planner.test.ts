import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BSONRegExp, Double, Int32, ObjectId } from 'bson';
import { expect } from 'chai';
import fc from 'fast-check';
import { writeDoc } from '../../server/store/embedded/bson-form.ts';
import { docOf, select } from '../../server/store/embedded/planner/select.ts';
import type { Doc } from '../../server/store/embedded/semantics-contract.ts';
import type { Collection } from '../../server/store/embedded/storage/collection.ts';
import { Engine } from '../../server/store/embedded/storage/engine.ts';
import { indexField, sortKeyOf } from '../../server/store/embedded/storage/index-definition.ts';
import { parseIndexSpec } from '../../server/store/embedded/storage/index-spec.ts';

const context = { now: new Date(0) };
const int = (value: number) => new Int32(value);

/** Few values, so that filters meet them often; all kinds, so that brackets of types and arrays are met too. */
const scalar = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: -2, max: 3 }).map(int) },
  fc.constantFrom(new Double(0.5), new Double(Number.NaN), new Double(2)),
  fc.constantFrom('', 'a', 'ab', 'abc', 'b', 'a\0', 'Ә'),
  fc.constantFrom(null, true, false, new Date(0), new Date(5), new ObjectId('000000000000000000000001')),
);
const inner = fc.record({ b: scalar, c: scalar }, { requiredKeys: [] });
const value = fc.oneof(
  { weight: 4, arbitrary: scalar },
  { weight: 4, arbitrary: fc.array(scalar, { minLength: 1, maxLength: 3 }) },
  { weight: 1, arbitrary: fc.constant([]) },
  { weight: 2, arbitrary: inner },
  { weight: 3, arbitrary: fc.array(inner, { maxLength: 3 }) },
  { weight: 1, arbitrary: fc.array(fc.array(scalar, { maxLength: 2 }), { maxLength: 2 }) },
);
const document = fc.record(
  { a: value, d: scalar, e: fc.oneof(scalar, fc.array(scalar, { maxLength: 2 })) },
  { requiredKeys: [] },
);

const path = fc.constantFrom('a', 'a', 'a', 'a.b', 'a.b', 'a.c', 'd', 'd', 'e', '_id');
const range = (low: string, high: string) => fc.tuple(scalar, scalar).map(([a, b]): Doc => ({ [low]: a, [high]: b }));
const comparison = fc.oneof(
  fc.oneof(scalar, inner, fc.array(scalar, { maxLength: 2 })).map((operand) => ({ $eq: operand })),
  fc.tuple(fc.constantFrom('$gt', '$gte', '$lt', '$lte'), scalar).map(([name, operand]) => ({ [name]: operand })),
  { weight: 3, arbitrary: range('$gte', '$lt') },
  { weight: 2, arbitrary: range('$gt', '$lte') },
  fc.array(scalar, { maxLength: 3 }).map((list) => ({ $in: list })),
  fc.array(scalar, { minLength: 1, maxLength: 2 }).map((list) => ({ $all: list })),
  range('$gte', '$lte').map((both) => ({ $elemMatch: both })),
  fc.tuple(scalar, scalar).map(([b, c]) => ({ $elemMatch: { b, c: { $lte: c } } })),
  scalar.map((operand) => ({ $elemMatch: { $elemMatch: { $eq: operand } } })),
  fc.boolean().map((there) => ({ $exists: there })),
  scalar.map((operand) => ({ $ne: operand })),
  fc.constantFrom('^a', '^ab', '^a|b', 'b', '^ab?').map((pattern) => ({ $regex: new BSONRegExp(pattern) })),
);
const condition = fc.tuple(path, fc.oneof(scalar, comparison)).map(([name, wanted]): Doc => ({ [name]: wanted }));
const conditions = fc.array(condition, { minLength: 1, maxLength: 3 });
const filter = fc.oneof(
  { weight: 4, arbitrary: conditions.map((parts): Doc => Object.assign({}, ...parts)) },
  { weight: 2, arbitrary: fc.tuple(scalar, scalar).map(([b, c]): Doc => ({ 'a.b': b, 'a.c': c })) },
  { weight: 2, arbitrary: fc.array(scalar, { minLength: 2, maxLength: 4 }).map((list): Doc => ({ d: { $in: list } })) },
  { weight: 1, arbitrary: conditions.map((parts): Doc => ({ $and: parts })) },
  { weight: 1, arbitrary: conditions.map((parts): Doc => ({ $or: parts })) },
);

type Order = Record<string, number>;
const direction = fc.constantFrom(1, -1);
const order = fc
  .uniqueArray(fc.tuple(path, direction), { minLength: 1, maxLength: 3, selector: ([name]) => name })
  .map((list): Order => Object.fromEntries(list));
/** A list of values for the first field, and the order of the second: the ranges are merged. */
const listThenOrder = fc
  .tuple(direction, fc.constantFrom('e', '_id'), direction)
  .map(([first, name, second]): Order => ({ d: first, [name]: second }));
const indexKey = fc.oneof(
  { weight: 3, arbitrary: order },
  { weight: 1, arbitrary: direction.map((sign): Order => ({ 'a.b': 1, 'a.c': sign })) },
  { weight: 2, arbitrary: listThenOrder },
);
const sortOrder = fc.oneof(
  { weight: 2, arbitrary: order },
  fc.tuple(fc.constantFrom('e', '_id'), direction).map(([name, sign]): Order => ({ [name]: sign })),
  fc.tuple(direction, direction).map(([first, second]): Order => ({ _id: first, d: second })),
);
const partial = fc.constantFrom<Doc>(
  { d: { $gt: int(0) } },
  { d: { $exists: true } },
  { 'a.b': { $gt: int(0) } },
  { e: 'a' },
  { d: { $type: 'string' } },
);
const indexOptions = fc.oneof(
  fc.constant<Doc>({}),
  fc.constant<Doc>({ sparse: true }),
  partial.map((expression): Doc => ({ partialFilterExpression: expression })),
);
const index = fc.tuple(indexKey, indexOptions).map(([key, options]): Doc => ({ key: asBson(key), ...options }));

const asBson = (spec: Order): Doc => Object.fromEntries(Object.entries(spec).map(([name, sign]) => [name, int(sign)]));

const noIndex = { $natural: int(1) };

type Try = { docs: Doc[]; indexes: Doc[]; filters: Doc[]; sort: Order };
const attempt = fc.record<Try>({
  docs: fc.array(document, { minLength: 12, maxLength: 25 }),
  indexes: fc.array(index, { minLength: 1, maxLength: 3 }),
  filters: fc.array(filter, { minLength: 15, maxLength: 25 }),
  sort: sortOrder,
});

/** Two different arrays in one document cannot share an index; such a document is left out. */
function insertIfPossible(collection: Collection, doc: Doc): void {
  try {
    collection.insert(doc, writeDoc(doc));
  } catch (error) {
    expect(error).to.have.property('code', 171);
  }
}

const idsOf = (collection: Collection, filter: Doc, hint?: Doc): number[] =>
  [...select(collection, { filter, hint, context }).found]
    .map((found) => (docOf(found)._id as Int32).value)
    .sort((a, b) => a - b);

/** The sort keys of the results, or the refusal of parallel arrays: ties may come in any order, so ids would say too much. */
function keysInOrder(collection: Collection, asked: { filter: Doc; sort: Order }, hint?: Doc): string[] | string {
  const fields = Object.entries(asked.sort).map(([name, sign]) => indexField(name, sign === 1 ? 1 : -1));
  try {
    const { found } = select(collection, { filter: asked.filter, sort: asBson(asked.sort), hint, context });
    return [...found].map((one) => sortKeyOf(fields, docOf(one)).toString('hex'));
  } catch (error) {
    if (error instanceof Error && error.message.includes('parallel arrays')) return error.message;
    throw error;
  }
}

describe('Planner', () => {
  let folder: string;
  let engine: Engine;
  let run = 0;

  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'planner-test-'));
    engine = new Engine(folder);
  });

  after(() => {
    engine.close();
    rmSync(folder, { recursive: true });
  });

  function collectionOf({ docs, indexes }: Try): Collection {
    run += 1;
    engine.begin();
    const collection = engine.catalog.create('t', `c${run}`);
    for (const [at, spec] of indexes.entries()) {
      engine.catalog.addIndex(collection, parseIndexSpec({ name: `i${at}`, ...spec }));
    }
    for (const [at, doc] of docs.entries()) insertIfPossible(collection, { _id: int(at), ...doc });
    return collection;
  }

  it('finds and orders through any indexes as a look at every document does', () => {
    fc.assert(
      fc.property(attempt, (tried) => {
        const collection = collectionOf(tried);
        for (const one of tried.filters) {
          const asked = { filter: one, sort: tried.sort };
          expect(idsOf(collection, one), JSON.stringify(one)).to.deep.equal(idsOf(collection, one, noIndex));
          expect(keysInOrder(collection, asked), JSON.stringify(asked)).to.deep.equal(
            keysInOrder(collection, asked, noIndex),
          );
        }
        engine.rollback();
      }),
      { numRuns: 250 },
    );
  });
});
