import { Long } from 'bson';
import { expect } from 'chai';
import { semantics } from '../../../server/store/embedded/semantics/semantics.ts';
import type { Doc } from '../../../server/store/embedded/semantics-contract.ts';
import { projected, refusal, shown, stored } from './wire-form.ts';

/** The `_id`s in the order of a sort. */
function order(docs: Doc[], spec: Doc): string {
  return docs
    .map(stored)
    .sort(semantics.compileSort(stored(spec)))
    .map(({ _id }) => String(_id))
    .join(' ');
}

describe('sorting', () => {
  const MIXED: Doc[] = [
    { _id: 'text', a: 'x' },
    { _id: 'two', a: 2 },
    { _id: 'missing' },
    { _id: 'empty', a: [] },
    { _id: 'oneAndNine', a: [9, 1] },
    { _id: 'document', a: { b: 1 } },
    { _id: 'true', a: true },
    { _id: 'long', a: Long.fromNumber(5) },
  ];

  it('orders types, takes the least element of an array, and puts an empty array before what is missing', () => {
    expect(order(MIXED, { a: 1 })).to.equal('empty missing oneAndNine two long text document true');
  });

  it('takes the greatest element of an array when it goes down', () => {
    expect(order(MIXED, { a: -1 })).to.equal('true document text oneAndNine long two missing empty');
  });

  it('keeps documents that are equal in the order they came', () => {
    expect(
      order(
        [
          { _id: 'b', a: 1 },
          { _id: 'a', a: 1 },
        ],
        { a: 1 },
      ),
    ).to.equal('b a');
  });

  it('looks at the best combination of fields when they lie in one array', () => {
    const docs = [
      {
        _id: 'first',
        a: [
          { x: 1, y: 9 },
          { x: 2, y: 1 },
        ],
      },
      { _id: 'second', a: [{ x: 1, y: 5 }] },
    ];
    expect(order(docs, { 'a.x': 1, 'a.y': 1 })).to.equal('second first');
  });

  it('follows indexes in paths', () => {
    expect(
      order(
        [
          { _id: 'b', a: [0, 2] },
          { _id: 'a', a: [9, 1] },
        ],
        { 'a.1': 1 },
      ),
    ).to.equal('a b');
  });

  it('refuses two arrays beside each other, and directions that are none', () => {
    expect(refusal(() => order([{ _id: 1, a: [1], b: [1] }, { _id: 2 }], { a: 1, b: 1 }))).to.equal(
      '2 cannot sort with keys that are parallel arrays',
    );
    expect(refusal(() => semantics.compileSort(stored({ a: 2 })) && null)).to.equal(
      '15975 $sort key ordering must be 1 (for ascending) or -1 (for descending)',
    );
    expect(refusal(() => semantics.compileSort({ a: 'up' }) && null)).to.equal(
      '15974 Illegal key in $sort specification: a: "up"',
    );
  });
});

const DOC: Doc = { _id: 1, a: { b: 1, c: 2 }, l: [{ k: 1, v: 'p' }, { k: 2, v: 'q' }, 5], n: [1, 2, 3, 4], s: 'x' };

describe('projections of find', () => {
  const ROWS: [projection: Doc, result: Doc, filter?: Doc][] = [
    [{}, DOC],
    [{ s: 1 }, { _id: 1, s: 'x' }],
    [{ s: 1, _id: 0 }, { s: 'x' }],
    [{ _id: 1 }, { _id: 1 }],
    [
      { _id: 0, l: 0, n: 0 },
      { a: { b: 1, c: 2 }, s: 'x' },
    ],
    [{ 'a.b': 1 }, { _id: 1, a: { b: 1 } }],
    [{ a: { c: 1 } }, { _id: 1, a: { c: 2 } }],
    [{ 'l.k': 1 }, { _id: 1, l: [{ k: 1 }, { k: 2 }] }],
    [
      { 'l.k': 0, n: 0, a: 0 },
      { _id: 1, l: [{ v: 'p' }, { v: 'q' }, 5], s: 'x' },
    ],
    [{ 's.t': 1 }, { _id: 1 }],
    [
      { s: 1, n: { $slice: 2 } },
      { _id: 1, n: [1, 2], s: 'x' },
    ],
    [
      { n: { $slice: [1, 2] }, l: 0, a: 0 },
      { _id: 1, n: [2, 3], s: 'x' },
    ],
    [
      { n: { $slice: -1 }, l: 0, a: 0, s: 0 },
      { _id: 1, n: [4] },
    ],
    [{ l: { $elemMatch: { k: 2 } } }, { _id: 1, l: [{ k: 2, v: 'q' }] }],
    [{ l: { $elemMatch: { k: 9 } } }, { _id: 1 }],
    [
      { n: { $elemMatch: { $gt: 2 } }, s: 1 },
      { _id: 1, s: 'x', n: [3] },
    ],
    [{ 'n.$': 1 }, { _id: 1, n: [3] }, { n: { $gte: 3 } }],
    [{ 'l.$': 1 }, { _id: 1, l: [{ k: 2, v: 'q' }] }, { 'l.k': 2 }],
    [
      { up: { $toUpper: '$s' }, s: 1 },
      { _id: 1, s: 'x', up: 'X' },
    ],
    [{ t: '$a.b', _id: 0 }, { t: 1 }],
    [{ t: 'text', _id: 0 }, { t: 'text' }],
  ];
  for (const [projection, result, filter] of ROWS) {
    it(`${JSON.stringify(projection)}`, () => {
      expect(shown(projected(DOC, projection, filter))).to.equal(shown(result));
    });
  }

  const REFUSED: [projection: Doc, message: string, filter?: Doc][] = [
    [{ a: 1, s: 0 }, '31254 Cannot do exclusion on field s in inclusion projection'],
    [{ a: 0, s: 1 }, '31253 Cannot do inclusion on field s in exclusion projection'],
    [{ a: 1, 'a.b': 1 }, '31249 Path collision at a.b remaining portion b'],
    [{ 'a.b': 1, a: 1 }, '31250 Path collision at a'],
    [{ a: {} }, '51270 An empty sub-projection is not a valid value. Found empty object at path'],
    [{ 'a.': 1 }, "40353 FieldPath must not end with a '.'."],
    [{ 'l.$': 1, 'n.$': 1 }, '31276 Cannot specify more than one positional projection per query.'],
    [{ s: 0, 'n.$': 1 }, '31395 positional projection cannot be used with exclusion'],
    [{ 'a.b': { $elemMatch: { c: 1 } } }, '31275 Cannot use $elemMatch projection on a nested field.'],
    [{ n: { $elemMatch: 1 } }, '31274 elemMatch: Invalid argument, object required, but got int'],
    [{ 'n.$': 1 }, "51246 positional operator '.$' couldn't find a matching element in the array", { s: 'x' }],
    [{ s: { $meta: 'textScore' } }, '238 $meta is not supported by the embedded store'],
    [{ a: 0, t: { $toUpper: '$s' } }, '31252 Cannot use expression other than $meta in exclusion projection'],
  ];
  for (const [projection, message, filter] of REFUSED) {
    it(`refuses ${JSON.stringify(projection)}`, () => {
      expect(refusal(() => projected(DOC, projection, filter))).to.equal(message);
    });
  }
});

describe('distinct values', () => {
  it('takes the elements of arrays, and nothing from where nothing is', () => {
    const values = (doc: Doc, path: string) => shown(semantics.distinctValues(stored(doc), path));
    expect(values({ a: [1, [2]] }, 'a')).to.equal(shown([1, [2]]));
    expect(values({ a: [{ b: 1 }, { b: [2, 3] }, 5] }, 'a.b')).to.equal(shown([1, 2, 3]));
    expect(values({}, 'a')).to.equal(shown([]));
  });
});
