import { Binary, BSONRegExp, Decimal128, Double, Long, MaxKey, MinKey, ObjectId } from 'bson';
import { expect } from 'chai';
import type { Doc } from '../../../server/store/embedded/semantics-contract.ts';
import { matches, refusal } from './wire-form.ts';

type Row = [filter: Doc, matching: Doc[], others: Doc[]];

const TABLES: Record<string, Row[]> = {
  'equality and order': [
    [
      { a: 1 },
      [{ a: 1 }, { a: new Double(1) }, { a: Long.fromNumber(1) }, { a: Decimal128.fromString('1.0') }, { a: [3, 1] }],
      [{ a: '1' }, { a: true }, {}],
    ],
    [{ a: null }, [{ a: null }, {}, { a: [1, null] }], [{ a: 0 }, { a: [] }]],
    [{ a: { $gt: 1 } }, [{ a: 2 }, { a: [0, 5] }], [{ a: 1 }, { a: 'z' }, { a: null }, {}, { a: Number.NaN }]],
    [{ a: { $gte: null } }, [{}, { a: null }], [{ a: 1 }]],
    [{ a: { $lt: 5 } }, [{ a: 4 }], [{ a: Number.NaN }, { a: 5 }]],
    [{ a: { $lte: Number.NaN } }, [{ a: Number.NaN }], [{ a: 1 }]],
    [{ a: { $lt: new MaxKey() } }, [{ a: 1 }, { a: 'x' }, {}], [{ a: new MaxKey() }]],
    [{ a: { $gt: new MinKey() } }, [{ a: 1 }, { a: null }], [{ a: new MinKey() }]],
    [{ a: { $ne: 1 } }, [{ a: 2 }, {}, { a: [2] }], [{ a: 1 }, { a: [2, 1] }]],
    [{ a: { $in: [1, /^x/, null] } }, [{ a: 1 }, { a: 'xy' }, {}, { a: ['xa'] }], [{ a: 2 }, { a: 'y' }]],
    [{ a: { $nin: [1, 2] } }, [{ a: 3 }, {}], [{ a: [3, 2] }]],
    [{ a: { b: 1, c: 2 } }, [{ a: { b: 1, c: 2 } }], [{ a: { c: 2, b: 1 } }, { a: { b: 1, c: 2, d: 3 } }]],
    [{ a: [1, 2] }, [{ a: [1, 2] }, { a: [[1, 2], 3] }], [{ a: [2, 1] }, { a: [1, 2, 3] }]],
    [
      { _id: new ObjectId('0123456789abcdef01234567') },
      [{ _id: new ObjectId('0123456789abcdef01234567') }],
      [{ _id: '0123456789abcdef01234567' }],
    ],
    [{ constructor: null }, [{}], [{ constructor: 1 }]],
  ],
  'paths through documents and arrays': [
    [{ 'a.b': 1 }, [{ a: { b: 1 } }, { a: [{ b: 1 }] }, { a: [{ b: [1] }] }], [{ a: [[{ b: 1 }]] }, { a: 1 }]],
    [{ 'a.0': 1 }, [{ a: [1, 2] }, { a: { 0: 1 } }, { a: [{ 0: 1 }] }], [{ a: [2, 1] }, { a: [[1]] }]],
    [{ 'a.1.b': 1 }, [{ a: [{}, { b: 1 }] }, { a: [{}, [{ b: 1 }]] }], [{ a: [{ b: 1 }, {}] }]],
    [
      { 'a.b': null },
      [{ a: {} }, {}, { a: 4 }, { a: [{}] }, { a: { b: null } }],
      [{ a: [] }, { a: [1, 2] }, { a: [{ b: 1 }] }],
    ],
    [{ 'a.b': { $exists: false } }, [{ a: [] }, { a: 1 }, {}], [{ a: [{ b: 1 }, {}] }]],
    [{ 'a.b': { $gt: 1, $lt: 3 } }, [{ a: [{ b: 0 }, { b: 2 }] }, { a: [{ b: 0 }, { b: 9 }] }], [{ a: [{ b: 0 }] }]],
  ],
  arrays: [
    [{ a: { $size: 2 } }, [{ a: [1, 2] }, { a: [[], []] }], [{ a: [1] }, { a: 2 }, { a: [[1, 2]] }]],
    [{ a: { $all: [1, 2] } }, [{ a: [2, 3, 1] }], [{ a: [1] }, {}]],
    [{ a: { $all: [1] } }, [{ a: 1 }, { a: [1] }], [{ a: 2 }]],
    [{ a: { $all: [] } }, [], [{ a: [] }, { a: 1 }, {}]],
    [
      { a: { $all: [{ $elemMatch: { b: 1 } }, { $elemMatch: { b: 2 } }] } },
      [{ a: [{ b: 2 }, { b: 1 }] }],
      [{ a: [{ b: 1 }] }],
    ],
    [{ a: { $elemMatch: { $gt: 1, $lt: 3 } } }, [{ a: [0, 2] }], [{ a: [0, 9] }, { a: 2 }, { a: [[2]] }]],
    [
      { a: { $elemMatch: { b: 1, c: 2 } } },
      [{ a: [{ b: 1, c: 2 }] }],
      [{ a: [{ b: 1 }, { c: 2 }] }, { a: { b: 1, c: 2 } }],
    ],
    [{ a: { $elemMatch: { $or: [{ b: 1 }, { c: 1 }] } } }, [{ a: [{ c: 1 }] }], [{ a: [{ b: 2 }] }]],
    [{ a: { $elemMatch: { $elemMatch: { $gt: 4 } } } }, [{ a: [[1, 5]] }], [{ a: [5] }]],
    [{ a: { $not: { $elemMatch: { $gt: 1 } } } }, [{ a: [1] }, {}], [{ a: [2] }]],
  ],
  'types and existence': [
    [{ a: { $exists: true } }, [{ a: null }, { a: 1 }], [{}]],
    [{ a: { $type: 'number' } }, [{ a: 1 }, { a: 1.5 }, { a: Decimal128.fromString('1') }, { a: [1] }], [{ a: '1' }]],
    [{ a: { $type: 'array' } }, [{ a: [] }, { a: [[1]] }], [{ a: 1 }]],
    [{ a: { $type: ['string', 'null'] } }, [{ a: 'x' }, { a: null }], [{ a: 1 }, {}]],
    [{ a: { $type: 16 } }, [{ a: 1 }], [{ a: new Double(1) }]],
    [{ a: { $type: 'objectId' } }, [{ a: new ObjectId() }], [{ a: 'x' }]],
  ],
  logic: [
    [{ $or: [{ a: 1 }, { b: 1 }] }, [{ a: 1 }, { b: 1 }], [{ a: 2 }]],
    [{ $nor: [{ a: 1 }, { b: 1 }] }, [{ a: 2 }, {}], [{ b: 1 }]],
    [{ $and: [{ a: { $gt: 1 } }, { a: { $lt: 5 } }] }, [{ a: 2 }], [{ a: 5 }]],
    [{ a: { $not: { $gt: 5 } } }, [{ a: 5 }, { a: 'x' }, {}], [{ a: 6 }]],
    [{ a: { $not: /x/ } }, [{ a: 'y' }, { a: 1 }], [{ a: 'axb' }]],
    [{ $comment: 'why', a: 1 }, [{ a: 1 }], [{ a: 2 }]],
    [{ $expr: { $gt: ['$a', '$b'] } }, [{ a: 2, b: 1 }, { a: 1 }], [{ a: 1, b: 2 }]],
  ],
  texts: [
    [{ a: /^аб/i }, [{ a: 'АБВ' }, { a: ['x', 'абв'] }], [{ a: 'ваб' }, { a: 1 }]],
    [{ a: { $regex: 'A', $options: 'i' } }, [{ a: 'xay' }], [{ a: 'b' }]],
    [{ a: { $options: 'i', $regex: /^a/ } }, [{ a: 'AB' }], [{ a: 'BA' }]],
    [{ a: new BSONRegExp('^b.c$', 's') }, [{ a: 'b\nc' }], [{ a: 'xb\nc' }]],
    [{ a: new BSONRegExp('^b$', 'm') }, [{ a: 'a\nb\nc' }], [{ a: 'a\nbb' }]],
    [{ a: new BSONRegExp('a b # c', 'x') }, [{ a: 'ab' }], [{ a: 'a b' }]],
    [{ a: new BSONRegExp('end$', '') }, [{ a: 'the end' }, { a: 'the end\n' }], [{ a: 'endless' }]],
    [{ a: new BSONRegExp('\\Qa.b\\E', '') }, [{ a: 'xa.by' }], [{ a: 'acb' }]],
  ],
  'numbers bit by bit and by remainder': [
    [{ a: { $mod: [3, 1] } }, [{ a: 4 }, { a: 4.9 }, { a: Long.fromNumber(7) }], [{ a: 3 }, { a: 'x' }, { a: -2 }]],
    [{ a: { $bitsAllSet: 5 } }, [{ a: 7 }, { a: new Double(5) }], [{ a: 4 }, { a: 5.5 }, { a: 'x' }]],
    [{ a: { $bitsAnySet: [0, 70] } }, [{ a: 1 }, { a: -2 }], [{ a: 2 }]],
    [{ a: { $bitsAllClear: [1] } }, [{ a: 5 }, { a: new Binary(Uint8Array.from([1])) }], [{ a: 2 }]],
    [{ a: { $bitsAnyClear: 3 } }, [{ a: 1 }], [{ a: 3 }]],
  ],
};

describe('filters', () => {
  for (const [subject, rows] of Object.entries(TABLES)) {
    describe(subject, () => {
      for (const [filter, matching, others] of rows) {
        it(`${JSON.stringify(filter)} finds what MongoDB finds`, () => {
          expect(matching.map((doc) => matches(filter, doc))).to.deep.equal(matching.map(() => true));
          expect(others.map((doc) => matches(filter, doc))).to.deep.equal(others.map(() => false));
        });
      }
    });
  }

  const REFUSED: [Doc, string][] = [
    [{ a: { $foo: 1 } }, '2 unknown operator: $foo'],
    [
      { $foo: 1 },
      "2 unknown top level operator: $foo. If you have a field name that starts with a '$' symbol, consider using $getField or $setField.",
    ],
    [{ $and: [] }, '2 $and/$or/$nor must be a nonempty array'],
    [{ $or: 1 }, '2 $or must be an array'],
    [{ $or: [1] }, '2 $or/$and/$nor entries need to be full objects'],
    [{ a: { $in: 1 } }, '2 $in needs an array'],
    [{ a: { $in: [{ $gt: 1 }] } }, '2 cannot nest $ under $in'],
    [{ a: { $not: 1 } }, '2 $not needs a regex or a document'],
    [{ a: { $gt: /x/ } }, "2 Can't have RegEx as arg to predicate over field 'a'."],
    [{ a: { $ne: /x/ } }, "2 Can't have regex as arg to $ne."],
    [{ a: { $all: 1 } }, '2 $all needs an array'],
    [{ a: { $elemMatch: 1 } }, '2 $elemMatch needs an Object'],
    [{ a: { $type: 'nonsense' } }, '2 Unknown type name alias: nonsense'],
    [{ a: { $type: 99 } }, '2 Invalid numerical type code: 99'],
    [{ a: { $mod: [0, 1] } }, '2 divisor cannot be 0'],
    [{ a: { $mod: [1] } }, '2 malformed mod, not enough elements'],
    [{ a: { $size: 'x' } }, '9 Failed to parse $size. Expected a number in: $size: "x"'],
    [{ a: { $size: -1 } }, '9 Failed to parse $size. Expected a non-negative number in: $size: -1'],
    [{ a: { $options: 'i' } }, '2 $options needs a $regex'],
    [{ a: { $regex: 1 } }, '2 $regex has to be a string'],
    [
      { a: { $regex: '(' } },
      '51091 Regular expression is invalid: Invalid regular expression: /(/: Unterminated group',
    ],
    [{ a: { $bitsAllSet: -1 } }, '9 Expected a non-negative number in: $bitsAllSet: -1'],
    [{ $where: 'true' }, '2 no globalScriptEngine in $where parsing'],
    [{ $text: { $search: 'x' } }, '27 text index required for $text query'],
    [{ a: { $geoWithin: {} } }, '238 $geoWithin is not supported by the embedded store'],
    [{ a: { $elemMatch: { $expr: true } } }, '2 $expr can only be applied to the top-level document'],
    [{ $expr: { $foo: 1 } }, "168 Unrecognized expression '$foo'"],
    [{ $expr: '$$nobody' }, '17276 Use of undefined variable: nobody'],
  ];
  for (const [filter, message] of REFUSED) {
    it(`refuses ${JSON.stringify(filter)} as MongoDB does, before any document`, () => {
      expect(refusal(() => matches(filter, {}))).to.equal(message);
    });
  }
});
