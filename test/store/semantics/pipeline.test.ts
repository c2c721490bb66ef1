import { Double, Long } from 'bson';
import { expect } from 'chai';
import { semantics } from '../../../server/store/embedded/semantics/semantics.ts';
import type { Doc } from '../../../server/store/embedded/semantics-contract.ts';
import { OTHERS, SALES } from './sales.ts';
import { NOW, piped, shown, stored } from './wire-form.ts';

const only = (field: string) => ({ $project: { _id: 1, [field]: 1 } });

const ROWS: [what: string, stages: Doc[], result: Doc[]][] = [
  [
    '$match, $sort, $skip and $limit',
    [{ $match: { n: { $gt: 1 } } }, { $sort: { n: -1 } }, { $skip: 1 }, { $limit: 1 }, only('n')],
    [{ _id: 4, n: 3 }],
  ],
  ['$count', [{ $count: 'all' }], [{ all: 4 }]],
  ['$count of nothing gives no document', [{ $match: { n: 99 } }, { $count: 'all' }], []],
  [
    '$group with the usual accumulators',
    [
      {
        $group: {
          _id: '$item',
          sum: { $sum: '$price' },
          avg: { $avg: '$price' },
          min: { $min: '$price' },
          first: { $first: '$_id' },
          all: { $push: '$n' },
          many: { $count: {} },
        },
      },
      { $sort: { _id: 1 } },
    ],
    [
      { _id: 'a', sum: 15, avg: 7.5, min: 5, first: 1, all: [2, 10], many: 2 },
      { _id: 'b', sum: 20, avg: new Double(20), min: 20, first: 2, all: [1], many: 1 },
      { _id: 'c', sum: 0, avg: null, min: null, first: 4, all: [3], many: 1 },
    ],
  ],
  [
    '$group over everything, of a computed key, with equal numbers of different types together',
    [{ $group: { _id: { $cond: [{ $gt: ['$n', 2] }, 1, new Double(1)] }, n: { $sum: 1 } } }, { $project: { _id: 0 } }],
    [{ n: 4 }],
  ],
  [
    '$top, $lastN and $mergeObjects in groups',
    [
      {
        $group: {
          _id: null,
          best: { $top: { sortBy: { n: -1 }, output: '$_id' } },
          last: { $lastN: { n: 2, input: '$_id' } },
        },
      },
    ],
    [{ _id: null, best: 3, last: [3, 4] }],
  ],
  [
    '$unwind',
    [{ $unwind: '$tags' }, only('tags')],
    [
      { _id: 1, tags: 'x' },
      { _id: 1, tags: 'y' },
      { _id: 4, tags: 'x' },
    ],
  ],
  [
    '$unwind that keeps what is empty and counts',
    [
      { $unwind: { path: '$tags', preserveNullAndEmptyArrays: true, includeArrayIndex: 'at' } },
      { $match: { _id: { $lte: 2 } } },
      { $project: { tags: 1, at: 1 } },
    ],
    [
      { _id: 1, tags: 'x', at: Long.fromNumber(0) },
      { _id: 1, tags: 'y', at: Long.fromNumber(1) },
      { _id: 2, at: null },
    ],
  ],
  [
    '$lookup by equal fields',
    [
      { $lookup: { from: 'items', localField: 'item', foreignField: '_id', as: 'found' } },
      { $project: { name: '$found.name' } },
    ],
    [
      { _id: 1, name: ['apple'] },
      { _id: 2, name: ['bread'] },
      { _id: 3, name: ['apple'] },
      { _id: 4, name: [] },
    ],
  ],
  [
    '$lookup by a pipeline with variables',
    [
      { $limit: 2 },
      {
        $lookup: {
          from: 'items',
          let: { id: '$item' },
          pipeline: [{ $match: { $expr: { $eq: ['$_id', '$$id'] } } }, { $project: { _id: 0, name: 1 } }],
          as: 'found',
        },
      },
      { $project: { found: 1 } },
    ],
    [
      { _id: 1, found: [{ name: 'apple' }] },
      { _id: 2, found: [{ name: 'bread' }] },
    ],
  ],
  [
    '$lookup by equal fields and a pipeline',
    [
      { $limit: 1 },
      {
        $lookup: {
          from: 'items',
          localField: 'item',
          foreignField: '_id',
          pipeline: [{ $project: { groups: 1, _id: 0 } }],
          as: 'f',
        },
      },
      { $project: { f: 1 } },
    ],
    [{ _id: 1, f: [{ groups: ['fruit', 'red'] }] }],
  ],
  [
    '$graphLookup',
    [
      { $limit: 1 },
      {
        $graphLookup: {
          from: 'people',
          startWith: 3,
          connectFromField: 'boss',
          connectToField: '_id',
          as: 'line',
          depthField: 'depth',
        },
      },
      { $project: { _id: 0, line: '$line.name', depth: '$line.depth' } },
    ],
    [{ line: ['Сара', 'Мукан', 'Абай'], depth: [0, 1, 2].map((depth) => Long.fromNumber(depth)) }],
  ],
  [
    '$unionWith',
    [{ $limit: 1 }, { $unionWith: { coll: 'items', pipeline: [{ $match: { _id: 'b' } }] } }, { $project: { _id: 1 } }],
    [{ _id: 1 }, { _id: 'b' }],
  ],
  [
    '$facet',
    [{ $facet: { count: [{ $count: 'n' }], top: [{ $sort: { n: -1 } }, { $limit: 1 }, only('n')] } }],
    [{ count: [{ n: 4 }], top: [{ _id: 3, n: 10 }] }],
  ],
  ['$sortByCount', [{ $sortByCount: '$item' }, { $limit: 1 }], [{ _id: 'a', count: 2 }]],
  [
    '$bucket',
    [{ $bucket: { groupBy: '$n', boundaries: [0, 3, 5], default: 'many' } }],
    [
      { _id: 0, count: 2 },
      { _id: 3, count: 1 },
      { _id: 'many', count: 1 },
    ],
  ],
  [
    '$bucketAuto',
    [{ $bucketAuto: { groupBy: '$n', buckets: 2 } }],
    [
      { _id: { min: 1, max: 3 }, count: 2 },
      { _id: { min: 3, max: 10 }, count: 2 },
    ],
  ],
  [
    '$addFields below documents and arrays',
    [{ $limit: 1 }, { $addFields: { 'a.b': 1, n: { $add: ['$n', 1] } } }, { $project: { a: 1, n: 1 } }],
    [{ _id: 1, n: 3, a: { b: 1 } }],
  ],
  [
    '$addFields that removes',
    [{ $limit: 1 }, { $set: { price: '$$REMOVE', tags: 1 } }],
    [{ _id: 1, item: 'a', n: 2, tags: 1 }],
  ],
  ['$unset', [{ $limit: 1 }, { $unset: ['tags', 'price'] }], [{ _id: 1, item: 'a', n: 2 }]],
  ['$replaceRoot', [{ $limit: 1 }, { $replaceRoot: { newRoot: { was: '$_id' } } }], [{ was: 1 }]],
  [
    '$project computed fields come after those kept',
    [{ $limit: 1 }, { $project: { total: { $multiply: ['$price', '$n'] }, item: 1 } }],
    [{ _id: 1, item: 'a', total: 20 }],
  ],
  [
    '$setWindowFields with running totals, ranks and neighbours',
    [
      {
        $setWindowFields: {
          partitionBy: '$item',
          sortBy: { n: 1 },
          output: {
            sofar: { $sum: '$n', window: { documents: ['unbounded', 'current'] } },
            rank: { $rank: {} },
            next: { $shift: { output: '$n', by: 1, default: 0 } },
          },
        },
      },
      { $match: { item: 'a' } },
      { $project: { sofar: 1, rank: 1, next: 1 } },
    ],
    [
      { _id: 1, sofar: 2, rank: 1, next: 10 },
      { _id: 3, sofar: 12, rank: 2, next: 0 },
    ],
  ],
  [
    '$redact',
    [
      { $limit: 1 },
      { $set: { open: { level: 1 }, shut: { level: 9 }, level: 1 } },
      { $redact: { $cond: [{ $gt: ['$level', 5] }, '$$PRUNE', '$$DESCEND'] } },
      { $project: { open: 1, shut: 1 } },
    ],
    [{ _id: 1, open: { level: 1 } }],
  ],
];

describe('aggregation', () => {
  for (const [what, stages, result] of ROWS) {
    it(what, () => {
      expect(shown(piped(SALES, stages, OTHERS))).to.equal(shown(result));
    });
  }

  it('takes no more documents from its source than it needs', () => {
    let taken = 0;
    function* endless(): Iterable<Doc> {
      for (;;) {
        taken += 1;
        yield { _id: taken };
      }
    }
    const run = semantics.compilePipeline(stored({ s: [{ $match: {} }, { $limit: 2 }] }).s as Doc[], {
      now: NOW,
      find: () => [],
    });
    expect([...run(endless())]).to.have.length(2);
    expect(taken).to.equal(2);
  });

  it('gives a sample of the size asked for, of different documents', () => {
    const sample = piped(SALES, [{ $sample: { size: 3 } }]);
    expect(new Set(sample.map(({ _id }) => String(_id)))).to.have.property('size', 3);
  });
});
