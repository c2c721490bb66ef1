import { Decimal128, Double, Long, ObjectId, type Timestamp } from 'bson';
import { expect } from 'chai';
import { semantics } from '../../../server/store/embedded/semantics/semantics.ts';
import type { Doc } from '../../../server/store/embedded/semantics-contract.ts';
import { NOW, refusal, shown, stored, type UpdateCase, updated } from './wire-form.ts';

type Row = [doc: Doc, update: Doc | Doc[], result: Doc, options?: UpdateCase];

const LONG = Long.fromString('9223372036854775807');

const TABLES: Record<string, Row[]> = {
  'setting and unsetting': [
    [{ _id: 1 }, { $set: { 'a.b': 1, z: 2, c: 3 } }, { _id: 1, a: { b: 1 }, c: 3, z: 2 }],
    [{ _id: 1 }, { $set: { 'a.b': 1, 'a.c': 2 }, $push: { 'a.d.e': 3 } }, { _id: 1, a: { b: 1, c: 2, d: { e: [3] } } }],
    [{ _id: 1, a: [] }, { $set: { 'a.2': 5 } }, { _id: 1, a: [null, null, 5] }],
    [{ _id: 1 }, { $set: { 'a.0.b': 1 } }, { _id: 1, a: { 0: { b: 1 } } }],
    [{ _id: 1, a: [{ b: 1 }] }, { $set: { 'a.0.c': 2 } }, { _id: 1, a: [{ b: 1, c: 2 }] }],
    [{ _id: 1, a: 1, b: 2 }, { $unset: { a: '' } }, { _id: 1, b: 2 }],
    [{ _id: 1, a: [1, 2] }, { $unset: { 'a.0': '' } }, { _id: 1, a: [null, 2] }],
    [{ _id: 1, a: 5 }, { $unset: { 'a.b': '' } }, { _id: 1, a: 5 }],
    [{ _id: 1 }, { $set: { _id: 1, a: 1 } }, { _id: 1, a: 1 }],
    [{ _id: 1 }, { $set: { a: 1 }, $setOnInsert: { b: 1 } }, { _id: 1, a: 1 }],
    [{ b: 1 }, { $setOnInsert: { _id: 7, c: 1 } }, { _id: 7, b: 1, c: 1 }, { inserting: true }],
    [{ _id: 1 }, { $currentDate: { a: true, b: { $type: 'date' } } }, { _id: 1, a: NOW, b: NOW }],
    [{ _id: 1, a: 1, b: 2 }, { $rename: { a: 'c.d' } }, { _id: 1, b: 2, c: { d: 1 } }],
    [{ _id: 1, a: 1, b: 2 }, { $rename: { a: 'b' } }, { _id: 1, b: 1 }],
    [{ _id: 1, b: 2 }, { $rename: { nothing: 'b' } }, { _id: 1, b: 2 }],
  ],
  'numbers keep or widen their type': [
    [{ _id: 1, a: 1 }, { $inc: { a: 2 } }, { _id: 1, a: 3 }],
    [{ _id: 1, a: 0x7fffffff }, { $inc: { a: 1 } }, { _id: 1, a: Long.fromNumber(0x80000000) }],
    [{ _id: 1, a: Long.fromNumber(1) }, { $inc: { a: 1 } }, { _id: 1, a: Long.fromNumber(2) }],
    [{ _id: 1, a: new Double(1) }, { $inc: { a: 1 } }, { _id: 1, a: new Double(2) }],
    [{ _id: 1, a: 1 }, { $inc: { a: 0.5 } }, { _id: 1, a: 1.5 }],
    [
      { _id: 1, a: Decimal128.fromString('0.1') },
      { $inc: { a: Decimal128.fromString('0.2') } },
      { _id: 1, a: Decimal128.fromString('0.3') },
    ],
    [{ _id: 1 }, { $inc: { a: 5 } }, { _id: 1, a: 5 }],
    [{ _id: 1, a: 3 }, { $mul: { a: 4 } }, { _id: 1, a: 12 }],
    [{ _id: 1 }, { $mul: { a: Long.fromNumber(4) } }, { _id: 1, a: Long.fromNumber(0) }],
    [{ _id: 1, a: 5 }, { $min: { a: 3, b: 1 } }, { _id: 1, a: 3, b: 1 }],
    [{ _id: 1, a: 5 }, { $max: { a: new Double(5) } }, { _id: 1, a: 5 }],
    [{ _id: 1, a: 5 }, { $max: { a: 'x' } }, { _id: 1, a: 'x' }],
    [{ _id: 1, a: 13 }, { $bit: { a: { and: 10 } } }, { _id: 1, a: 8 }],
    [{ _id: 1, a: 1 }, { $bit: { a: { or: Long.fromNumber(4) } } }, { _id: 1, a: Long.fromNumber(5) }],
  ],
  arrays: [
    [{ _id: 1 }, { $push: { a: 1 } }, { _id: 1, a: [1] }],
    [{ _id: 1, a: [1] }, { $push: { a: [2] } }, { _id: 1, a: [1, [2]] }],
    [{ _id: 1, a: [5, 1] }, { $push: { a: { $each: [3], $sort: 1, $slice: 2 } } }, { _id: 1, a: [1, 3] }],
    [{ _id: 1, a: [1, 2] }, { $push: { a: { $each: [8, 9], $position: 1 } } }, { _id: 1, a: [1, 8, 9, 2] }],
    [{ _id: 1, a: [1, 2] }, { $push: { a: { $each: [9], $position: -1 } } }, { _id: 1, a: [1, 9, 2] }],
    [{ _id: 1, a: [1, 2, 3] }, { $push: { a: { $each: [], $slice: -2 } } }, { _id: 1, a: [2, 3] }],
    [
      { _id: 1, a: [{ b: 2 }, { b: 1 }] },
      { $push: { a: { $each: [{ c: 1 }], $sort: { b: 1 } } } },
      { _id: 1, a: [{ c: 1 }, { b: 1 }, { b: 2 }] },
    ],
    [{ _id: 1, a: [1] }, { $addToSet: { a: { $each: [new Double(1), 2, 2] } } }, { _id: 1, a: [1, 2] }],
    [
      { _id: 1, a: [{ b: 1, c: 2 }] },
      { $addToSet: { a: { c: 2, b: 1 } } },
      {
        _id: 1,
        a: [
          { b: 1, c: 2 },
          { c: 2, b: 1 },
        ],
      },
    ],
    [{ _id: 1, a: [1, 2, 3] }, { $pop: { a: -1 } }, { _id: 1, a: [2, 3] }],
    [{ _id: 1, a: [1, 5, 9] }, { $pull: { a: { $gt: 4, $lt: 9 } } }, { _id: 1, a: [1, 9] }],
    [{ _id: 1, a: [{ b: 1, c: 1 }, { b: 2 }, 7] }, { $pull: { a: { b: 1 } } }, { _id: 1, a: [{ b: 2 }, 7] }],
    [{ _id: 1, a: ['ab', 'b'] }, { $pull: { a: /^a/ } }, { _id: 1, a: ['b'] }],
    [{ _id: 1, a: [1, 2, 1] }, { $pullAll: { a: [1] } }, { _id: 1, a: [2] }],
  ],
  'chosen elements': [
    [{ _id: 1, a: [4, 5, 5] }, { $set: { 'a.$': 0 } }, { _id: 1, a: [4, 0, 5] }, { filter: { a: 5 } }],
    [
      { _id: 1, a: [{ k: 1 }, { k: 2 }] },
      { $set: { 'a.$.v': 9 } },
      { _id: 1, a: [{ k: 1 }, { k: 2, v: 9 }] },
      { filter: { 'a.k': 2 } },
    ],
    [
      {
        _id: 1,
        a: [
          { k: 1, q: 5 },
          { k: 1, q: 9 },
        ],
      },
      { $inc: { 'a.$.q': 1 } },
      {
        _id: 1,
        a: [
          { k: 1, q: 5 },
          { k: 1, q: 10 },
        ],
      },
      { filter: { a: { $elemMatch: { k: 1, q: { $gt: 6 } } } } },
    ],
    [{ _id: 1, a: [1, 2] }, { $inc: { 'a.$[]': 1 } }, { _id: 1, a: [2, 3] }],
    [{ _id: 1, a: [] }, { $inc: { 'a.$[].b': 1 } }, { _id: 1, a: [] }],
    [
      { _id: 1, a: [1, 8] },
      { $set: { 'a.$[big]': 5 } },
      { _id: 1, a: [1, 5] },
      { arrayFilters: [{ big: { $gt: 5 } }] },
    ],
    [
      {
        _id: 1,
        a: [
          { k: 'x', v: [1, 9] },
          { k: 'y', v: [9] },
        ],
      },
      { $set: { 'a.$[x].v.$[n]': 0 } },
      {
        _id: 1,
        a: [
          { k: 'x', v: [1, 0] },
          { k: 'y', v: [9] },
        ],
      },
      { arrayFilters: [{ 'x.k': 'x' }, { n: { $gte: 5 } }] },
    ],
  ],
  'whole documents and pipelines': [
    [{ _id: 1, a: 1 }, { b: 2 }, { _id: 1, b: 2 }],
    [
      { _id: 1, a: 1 },
      { _id: 1, b: 2 },
      { _id: 1, b: 2 },
    ],
    [{ _id: 1, a: 1 }, {}, { _id: 1 }],
    [{ _id: 1, a: 2 }, [{ $set: { b: { $add: ['$a', 1] } } }, { $unset: 'a' }], { _id: 1, b: 3 }],
    [{ _id: 1, a: { c: 1 } }, [{ $replaceWith: '$a' }], { _id: 1, c: 1 }],
  ],
};

describe('updates', () => {
  for (const [subject, rows] of Object.entries(TABLES)) {
    describe(subject, () => {
      for (const [doc, update, result, options] of rows) {
        it(`${JSON.stringify(update)} on ${JSON.stringify(doc)}`, () => {
          expect(shown(updated(doc, update, options))).to.equal(shown(result));
        });
      }
    });
  }

  it('leaves the document it was given as it was', () => {
    const doc = stored({ _id: 1, a: [{ b: 1 }], c: 1 });
    const before = shown(doc);
    const update = stored({ $set: { 'a.0.b': 2 }, $unset: { c: '' }, $push: { d: 1 } });
    semantics.compileUpdate(update, { now: NOW, filter: {} }).apply(doc, false);
    expect(shown(doc)).to.equal(before);
  });

  it('gives the seconds of the command as a timestamp when asked for one', () => {
    const { a } = updated({ _id: 1 }, { $currentDate: { a: { $type: 'timestamp' } } });
    expect((a as Timestamp).t).to.equal(NOW.getTime() / 1000);
  });

  it('says which of the updates are whole documents', () => {
    const compile = (update: Doc) => semantics.compileUpdate(update, { now: NOW, filter: {} }).isReplacement;
    expect([compile({ a: 1 }), compile({ $set: { a: 1 } })]).to.deep.equal([true, false]);
  });
});

const REFUSED: [doc: Doc, update: Doc | Doc[], message: string, options?: UpdateCase][] = [
  [
    {},
    { $foo: { a: 1 } },
    '9 Unknown modifier: $foo. Expected a valid update modifier or pipeline-style update specified as an array',
  ],
  [
    {},
    { $set: 5 },
    '9 Modifiers operate on fields but we found type int instead. For example: {$mod: {<field>: ...}} not {$set: 5}',
  ],
  [{}, { $set: { 'a.b': 1 }, $inc: { a: 1 } }, "40 Updating the path 'a' would create a conflict at 'a'"],
  [{}, { $set: { a: 1 }, $inc: { 'a.b': 1 } }, "40 Updating the path 'a.b' would create a conflict at 'a'"],
  [{}, { $set: { a: 1 }, $unset: { a: 1 } }, "40 Updating the path 'a' would create a conflict at 'a'"],
  [{}, { $set: { '': 1 } }, '56 An empty update path is not valid.'],
  [{}, { $set: { 'a..b': 1 } }, "56 The update path 'a..b' contains an empty field name, which is not allowed."],
  [
    { _id: 1 },
    { $set: { _id: 2 } },
    "66 Performing an update on the path '_id' would modify the immutable field '_id'",
  ],
  [
    { _id: 1 },
    { $unset: { _id: '' } },
    "66 Performing an update on the path '_id' would modify the immutable field '_id'",
  ],
  [
    { _id: 1 },
    { _id: 2 },
    "66 After applying the update, the (immutable) field '_id' was found to have been altered to _id: 2",
  ],
  [
    { _id: 1, a: 'x' },
    { $inc: { a: 1 } },
    "14 Cannot apply $inc to a value of non-numeric type. {_id: 1} has the field 'a' of non-numeric type string",
  ],
  [
    { _id: 1, a: null },
    { $mul: { a: 1 } },
    "14 Cannot apply $mul to a value of non-numeric type. {_id: 1} has the field 'a' of non-numeric type null",
  ],
  [{}, { $inc: { a: 'x' } }, '14 Cannot increment with non-numeric argument: {a: "x"}'],
  [
    { _id: 1, a: LONG },
    { $inc: { a: 1 } },
    '2 Failed to apply $inc operations to current value ((NumberLong)9223372036854775807) for document {_id: 1}',
  ],
  [{ _id: 1, a: 5 }, { $set: { 'a.b': 1 } }, "28 Cannot create field 'b' in element {a: 5}"],
  [{ _id: 1, a: [1] }, { $set: { 'a.b': 1 } }, "28 Cannot create field 'b' in element {a: [ 1 ]}"],
  [
    { _id: 1, a: 'x' },
    { $push: { a: 1 } },
    "2 The field 'a' must be an array but is of type string in document {_id: 1}",
  ],
  [{}, { $push: { a: { $each: 1 } } }, '2 The argument to $each in $push must be an array but it was of type: int'],
  [{}, { $push: { a: { $each: [], $foo: 1 } } }, '2 Unrecognized clause in $push: $foo'],
  [
    {},
    { $push: { a: { $each: [], $slice: 'x' } } },
    '2 The value for $slice must be an integer value but was given type: string',
  ],
  [
    { a: 1 },
    { $addToSet: { a: 1 } },
    "2 Cannot apply $addToSet to non-array field. Field named 'a' has non-array type int",
  ],
  [
    {},
    { $addToSet: { a: { $each: 1 } } },
    '14 The argument to $each in $addToSet must be an array but it was of type int',
  ],
  [{ a: 1 }, { $pull: { a: 1 } }, '2 Cannot apply $pull to a non-array value'],
  [{}, { $pullAll: { a: 1 } }, '2 $pullAll requires an array argument but was given a int'],
  [{}, { $pop: { a: 2 } }, '9 $pop expects 1 or -1, found: 2'],
  [{ a: 1 }, { $pop: { a: 1 } }, "14 Path 'a' contains an element of non-array type 'int'"],
  [{}, { $rename: { a: 1 } }, "2 The 'to' field for $rename must be a string: a: 1"],
  [{}, { $rename: { a: 'a' } }, '2 The source and target field for $rename must differ: a: "a"'],
  [{}, { $rename: { a: 'a.b' } }, '2 The source and target field for $rename must not be on the same path: a: "a.b"'],
  [
    {},
    { $bit: { a: { nand: 1 } } },
    "2 The $bit modifier only supports 'and', 'or', and 'xor', not 'nand' which is an unknown operator: {nand: 1}",
  ],
  [
    {},
    { $currentDate: { a: 'x' } },
    "2 string is not valid type for $currentDate. Please use a boolean ('true') or a $type expression ({$type: 'timestamp/date'}).",
  ],
  [{ a: [1] }, { $set: { 'a.$': 1 } }, '2 The positional operator did not find the match needed from the query.'],
  [{}, { $set: { 'a.$.b.$': 1 } }, "2 Too many positional (i.e. '$') elements found in path 'a.$.b.$'"],
  [{ a: [1] }, { $set: { 'a.$[x]': 1 } }, "2 No array filter found for identifier 'x' in path 'a.$[x]'"],
  [
    {},
    { $set: { a: 1 } },
    "9 The array filter for identifier 'x' was not used in the update { $set: { a: 1 } }",
    { arrayFilters: [{ x: 1 }] },
  ],
  [
    {},
    { $set: { 'a.$[x]': 1 } },
    '9 Found multiple array filters with the same top-level field name x',
    { arrayFilters: [{ x: 1 }, { 'x.a': 1 }] },
  ],
  [{}, { $set: { 'a.$[]': 1 } }, "2 The path 'a' must exist in the document in order to apply array updates."],
  [{ a: 1 }, { $set: { 'a.$[]': 1 } }, '2 Cannot apply array updates to non-array element a: 1'],
  [{}, [{ $match: { a: 1 } }], '72 $match is not allowed to be used within an update'],
  [{}, { $setOnInsert: { _id: [1] } }, "53 The '_id' value cannot be of type array", { inserting: true }],
];

describe('updates that cannot be', () => {
  for (const [doc, update, message, options] of REFUSED) {
    it(`${JSON.stringify(update)} on ${JSON.stringify(doc, (_, value) => (value instanceof Long ? `${value}L` : value))}: ${message.split(' ')[0]}`, () => {
      expect(refusal(() => updated(doc, update, options))).to.equal(message);
    });
  }
});

describe('what an upsert starts from', () => {
  const oid = new ObjectId('0123456789abcdef01234567');
  const SEEDS: [filter: Doc, seed: Doc][] = [
    [
      { b: 1, a: { $eq: 2 } },
      { a: 2, b: 1 },
    ],
    [
      { z: 1, _id: oid },
      { _id: oid, z: 1 },
    ],
    [{ 'a.b': 1, 'a.c': 2 }, { a: { b: 1, c: 2 } }],
    [{ $and: [{ a: 1 }, { b: { $in: [2] } }] }, { a: 1, b: 2 }],
    [{ a: { $in: [1, 2] }, b: { $gt: 1 }, c: /x/, d: { $ne: 1 } }, {}],
    [{ $or: [{ a: 1 }, { b: 1 }] }, {}],
    [{ $or: [{ a: 1 }] }, { a: 1 }],
    [{ a: { $all: [1] } }, { a: 1 }],
    [{ a: null }, { a: null }],
  ];
  for (const [filter, seed] of SEEDS) {
    it(`${JSON.stringify(filter)} gives ${JSON.stringify(seed)}`, () => {
      expect(shown(semantics.upsertSeed(stored(filter)))).to.equal(shown(seed));
    });
  }

  it('refuses a filter that says two things of one field', () => {
    expect(refusal(() => semantics.upsertSeed({ $and: [{ a: 1 }, { a: 2 }] }))).to.equal(
      "54 cannot infer query fields to set, path 'a' is matched twice",
    );
    expect(refusal(() => semantics.upsertSeed({ a: { b: 1 }, 'a.b': 1 }))).to.equal(
      "54 cannot infer query fields to set, both paths 'a.b' and 'a' are matched",
    );
  });
});
