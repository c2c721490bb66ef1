import { Double, Long } from 'bson';
import { expect } from 'chai';
import { semantics } from '../../../server/store/embedded/semantics/semantics.ts';
import type { Doc } from '../../../server/store/embedded/semantics-contract.ts';
import { NOW, piped, refusal, shown, stored } from './wire-form.ts';

const SALES: Doc[] = [
  { _id: 1, item: 'a', price: 10, n: 2, tags: ['x', 'y'] },
  { _id: 2, item: 'b', price: 20, n: 1, tags: [] },
  { _id: 3, item: 'a', price: 5, n: 10 },
  { _id: 4, item: 'c', price: null, n: 3, tags: ['x'] },
];
const OTHERS = {
  items: [
    { _id: 'a', name: 'apple', groups: ['fruit', 'red'] },
    { _id: 'b', name: 'bread', groups: ['bakery'] },
  ],
  people: [
    { _id: 1, name: 'Абай', boss: null },
    { _id: 2, name: 'Мукан', boss: 1 },
    { _id: 3, name: 'Сара', boss: 2 },
  ],
};

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

  const REFUSED: [stages: Doc[], message: string][] = [
    [[{ $foo: 1 }], "40324 Unrecognized pipeline stage name: '$foo'"],
    [[{ $match: {}, $sort: {} }], '40323 A pipeline stage specification object must contain exactly one field.'],
    [[{ $match: 1 }], '15959 the match filter must be an expression in an object'],
    [[{ $limit: 0 }], '15958 the limit must be positive'],
    [[{ $limit: -1 }], '5107201 invalid argument to $limit stage: Expected a non-negative number in: $limit: -1'],
    [[{ $skip: 'x' }], '5107200 invalid argument to $skip stage: Expected a number in: $skip: "x"'],
    [[{ $sort: {} }], '15976 $sort stage must have at least one sort key'],
    [[{ $sort: { a: 5 } }], '15975 $sort key ordering must be 1 (for ascending) or -1 (for descending)'],
    [
      [{ $project: {} }],
      '51272 Invalid $project :: caused by :: projection specification must have at least one field',
    ],
    [
      [{ $project: { a: 1, b: 0 } }],
      '31254 Invalid $project :: caused by :: Cannot do exclusion on field b in inclusion projection',
    ],
    [[{ $project: { a: { $foo: 1 } } }], "168 Invalid $project :: caused by :: Unrecognized expression '$foo'"],
    [[{ $group: { n: { $sum: 1 } } }], '15955 a group specification must include an _id'],
    [[{ $group: { _id: 1, n: { $foo: 1 } } }], "15952 unknown group operator '$foo'"],
    [[{ $group: { _id: 1, n: 1 } }], "40234 The field 'n' must be an accumulator object"],
    [[{ $group: { _id: 1, n: { $sum: [1, 2] } } }], '40237 The $sum accumulator is a unary operator'],
    [[{ $unwind: 'tags' }], "28818 path option to $unwind stage should be prefixed with a '$': tags"],
    [[{ $count: '' }], '40156 the count field must be a non-empty string'],
    [
      [{ $lookup: { from: 'x', as: 'y' } }],
      "9 $lookup requires either 'pipeline' or both 'localField' and 'foreignField' to be specified",
    ],
    [[{ $facet: { a: [{ $facet: {} }] } }], '40600 $facet is not allowed to be used within a $facet stage'],
    [
      [{ $bucket: { groupBy: '$n', boundaries: [0, 1] } }],
      '40066 $switch could not find a matching branch for an input, and no default was specified.',
    ],
    [
      [{ $replaceRoot: { newRoot: '$item' } }],
      '40228 \'newRoot\' expression  must evaluate to an object, but resulting value was: "a". Type of resulting value: \'string\'. Input document: { _id: 1, item: "a", price: 10, n: 2, tags: [ "x", "y" ] }',
    ],
    [[{ $out: 'x' }], '238 the pipeline stage $out is not supported by the embedded store'],
    [[{ $geoNear: {} }], '238 the pipeline stage $geoNear is not supported by the embedded store'],
  ];
  for (const [stages, message] of REFUSED) {
    it(`refuses ${JSON.stringify(stages)}`, () => {
      expect(refusal(() => piped(SALES, stages, OTHERS))).to.equal(message);
    });
  }

  it('refuses a wrong stage before it looks at a document', () => {
    expect(refusal(() => piped([], [{ $match: {} }, { $foo: 1 }]))).to.equal(
      "40324 Unrecognized pipeline stage name: '$foo'",
    );
  });
});
