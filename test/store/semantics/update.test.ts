import { Decimal128, Double, Long, ObjectId, type Timestamp } from 'bson';
import { expect } from 'chai';
import { semantics } from '../../../server/store/embedded/semantics/semantics.ts';
import type { Doc } from '../../../server/store/embedded/semantics-contract.ts';
import { NOW, refusal, shown, stored, type UpdateCase, updated } from './wire-form.ts';

type Row = [doc: Doc, update: Doc | Doc[], result: Doc, options?: UpdateCase];

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
