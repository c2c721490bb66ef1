import { Decimal128, Double, Long, ObjectId } from 'bson';
import { expect } from 'chai';
import type { Doc } from '../../../server/store/embedded/semantics-contract.ts';
import { evaluated, refusal, shown } from './wire-form.ts';

const DAY = new Date('2024-02-29T23:30:15.250Z');

type Row = [expression: unknown, value: unknown, doc?: Doc];

const TABLES: Record<string, Row[]> = {
  'paths, variables and literals': [
    ['$a.b', 1, { a: { b: 1 } }],
    ['$a.b', [1, 2], { a: [{ b: 1 }, 5, { b: 2 }, {}] }],
    ['$a.0', [], { a: [1, 2] }],
    [{ x: '$nothing', y: ['$nothing'] }, { y: [null] }],
    [{ $literal: '$a' }, '$a'],
    ['$$ROOT.a', 1, { a: 1 }],
    [{ $let: { vars: { x: 2, y: '$a' }, in: { $multiply: ['$$x', '$$y'] } } }, 6, { a: 3 }],
  ],
  numbers: [
    [{ $add: [1, 2] }, 3],
    [{ $add: [0x7fffffff, 1] }, Long.fromNumber(0x80000000)],
    [{ $add: [Long.fromString('9223372036854775807'), 1] }, new Double(2 ** 63)],
    [{ $add: [1, 0.5] }, 1.5],
    [{ $add: [Decimal128.fromString('0.1'), Decimal128.fromString('0.2')] }, Decimal128.fromString('0.3')],
    [{ $add: [DAY, 1000] }, new Date(DAY.getTime() + 1000)],
    [{ $add: [1, null] }, null],
    [{ $subtract: [DAY, new Date(DAY.getTime() - 5)] }, Long.fromNumber(5)],
    [{ $multiply: [2, 3, 4] }, 24],
    [{ $divide: [6, 3] }, new Double(2)],
    [{ $divide: [Decimal128.fromString('1'), 3] }, Decimal128.fromString('0.3333333333333333333333333333333333')],
    [{ $mod: [-7, 3] }, -1],
    [{ $round: [2.5] }, new Double(2)],
    [{ $round: [1234, -2] }, 1200],
    [{ $round: [2.345, 2] }, 2.35],
    [{ $trunc: [-2.7] }, new Double(-2)],
    [{ $ceil: 1.2 }, new Double(2)],
    [{ $abs: -5 }, 5],
    [{ $sqrt: 16 }, new Double(4)],
    [{ $sqrt: Decimal128.fromString('2') }, Decimal128.fromString('1.414213562373095048801688724209698')],
    [{ $pow: [2, 10] }, 1024],
    [{ $pow: [2, -1] }, 0.5],
    [{ $log10: 1000 }, new Double(3)],
    [{ $bitXor: [5, 3] }, 6],
    [{ $sum: '$a' }, 6, { a: [1, 2, 3, 'x'] }],
    [{ $avg: [1, 2] }, 1.5],
    [{ $max: ['$a', 3, null] }, 3],
    [{ $stdDevPop: '$a' }, new Double(2), { a: [2, 4, 4, 4, 5, 5, 7, 9] }],
  ],
  'comparison and conditions': [
    [{ $cmp: [1, 'a'] }, -1],
    [{ $gt: [null, '$missing'] }, true],
    [{ $eq: [1, new Double(1)] }, true],
    [{ $and: [1, 'x', []] }, true],
    [{ $or: [0, null, '$missing'] }, false],
    [{ $not: [0] }, true],
    [{ $cond: [{ $gt: ['$a', 1] }, 'big', 'small'] }, 'big', { a: 2 }],
    [
      {
        $cond: Object.fromEntries([
          ['if', false],
          ['then', 1],
          ['else', 2],
        ]),
      },
      2,
    ],
    [{ $ifNull: ['$a', '$b', 9] }, 9],
    [
      {
        $switch: {
          branches: [
            Object.fromEntries([
              ['case', { $eq: ['$a', 1] }],
              ['then', 'one'],
            ]),
          ],
          default: 'other',
        },
      },
      'other',
    ],
  ],
  arrays: [
    [{ $arrayElemAt: ['$a', -1] }, 3, { a: [1, 2, 3] }],
    [{ x: { $arrayElemAt: ['$a', 9] } }, {}, { a: [1] }],
    [{ $concatArrays: [[1], [2, 3]] }, [1, 2, 3]],
    [{ $filter: { input: '$a', as: 'x', cond: { $gt: ['$$x', 1] } } }, [2, 3], { a: [1, 2, 3] }],
    [{ $filter: { input: '$a', cond: { $gt: ['$$this', 1] }, limit: 1 } }, [2], { a: [1, 2, 3] }],
    [{ $map: { input: [1, 2], in: { $add: ['$$this', 1] } } }, [2, 3]],
    [{ $reduce: { input: ['a', 'b'], initialValue: '', in: { $concat: ['$$value', '$$this'] } } }, 'ab'],
    [{ $in: [2, [1, 2]] }, true],
    [{ $indexOfArray: [['a', 'b', 'a'], 'a', 1] }, 2],
    [{ $slice: [[1, 2, 3, 4], 1, 2] }, [2, 3]],
    [{ $range: [0, 10, 4] }, [0, 4, 8]],
    [{ $reverseArray: [[1, 2]] }, [2, 1]],
    [{ $size: [[1, 2]] }, 2],
    [{ $sortArray: { input: [{ a: 2 }, { a: 1 }], sortBy: { a: 1 } } }, [{ a: 1 }, { a: 2 }]],
    [{ $zip: { inputs: [[1, 2], ['a']] } }, [[1, 'a']]],
    [
      { $zip: { inputs: [[1, 2], ['a']], useLongestLength: true, defaults: [0, 'z'] } },
      [
        [1, 'a'],
        [2, 'z'],
      ],
    ],
    [
      {
        $arrayToObject: [
          [
            { k: 'a', v: 1 },
            { k: 'b', v: 2 },
          ],
        ],
      },
      { a: 1, b: 2 },
    ],
    [{ $objectToArray: { a: 1 } }, [{ k: 'a', v: 1 }]],
    [
      {
        $setUnion: [
          [3, 1],
          [1, 2],
        ],
      },
      [1, 2, 3],
    ],
    [{ $setDifference: [[3, 1, 1], [1]] }, [3]],
    [{ $setIsSubset: [[1], [2, 1]] }, true],
    [{ $maxN: { n: 2, input: [1, 5, 3] } }, [5, 3]],
  ],
  texts: [
    [{ $concat: ['a', 'b'] }, 'ab'],
    [{ $concat: ['a', null] }, null],
    [{ $toUpper: 'aя' }, 'Aя'],
    [{ $toLower: '$missing' }, ''],
    [{ $strLenCP: 'қаз😀' }, 4],
    [{ $strLenBytes: 'қ' }, 2],
    [{ $substrCP: ['қазақ', 1, 3] }, 'аза'],
    [{ $substrBytes: ['abc', 1, -1] }, 'bc'],
    [{ $indexOfCP: ['қазақ', 'з'] }, 2],
    [{ $split: ['a,b', ','] }, ['a', 'b']],
    [{ $trim: { input: '  x ' } }, 'x'],
    [{ $ltrim: { input: 'xxy', chars: 'x' } }, 'y'],
    [{ $replaceAll: { input: 'a.b.c', find: '.', replacement: { $literal: '$&' } } }, 'a$&b$&c'],
    [{ $regexMatch: { input: 'Абай', regex: '^абай$', options: 'i' } }, true],
    [{ $regexFind: { input: 'x12', regex: '(\\d)(\\d)' } }, { match: '12', idx: 1, captures: ['1', '2'] }],
    [
      { $regexFindAll: { input: 'a1b2', regex: '\\d' } },
      [
        { match: '1', idx: 1, captures: [] },
        { match: '2', idx: 3, captures: [] },
      ],
    ],
  ],
  dates: [
    [{ $year: DAY }, 2024],
    [{ $dayOfMonth: { date: DAY, timezone: 'Asia/Almaty' } }, 1],
    [{ $hour: { date: DAY, timezone: '+05:30' } }, 5],
    [{ $dayOfYear: DAY }, 60],
    [{ $dayOfWeek: DAY }, 5],
    [{ $isoWeek: DAY }, 9],
    [{ $week: DAY }, 8],
    [{ $millisecond: new ObjectId('65e11b370000000000000000') }, 0],
    [{ $dateToString: { date: DAY } }, '2024-02-29T23:30:15.250Z'],
    [{ $dateToString: { date: DAY, format: '%d.%m.%Y %H:%M %z', timezone: 'Asia/Almaty' } }, '01.03.2024 04:30 +0500'],
    [{ $dateToString: { date: null, onNull: 'none' } }, 'none'],
    [{ $dateFromString: { dateString: '2024-02-29' } }, new Date('2024-02-29T00:00:00Z')],
    [{ $dateFromString: { dateString: '12.05.1913', format: '%d.%m.%Y' } }, new Date('1913-05-12T00:00:00Z')],
    [{ $dateFromString: { dateString: 'x', onError: 'bad' } }, 'bad'],
    [{ $dateFromParts: { year: 2024, month: 14, day: 1 } }, new Date('2025-02-01T00:00:00Z')],
    [
      { $dateToParts: { date: DAY } },
      { year: 2024, month: 2, day: 29, hour: 23, minute: 30, second: 15, millisecond: 250 },
    ],
    [
      { $dateAdd: { startDate: new Date('2024-01-31T00:00:00Z'), unit: 'month', amount: 1 } },
      new Date('2024-02-29T00:00:00Z'),
    ],
    [{ $dateSubtract: { startDate: DAY, unit: 'hour', amount: 24 } }, new Date('2024-02-28T23:30:15.250Z')],
    [
      {
        $dateDiff: {
          startDate: new Date('2023-12-31T23:00:00Z'),
          endDate: new Date('2024-01-01T01:00:00Z'),
          unit: 'year',
        },
      },
      Long.fromNumber(1),
    ],
    [{ $dateTrunc: { date: DAY, unit: 'month' } }, new Date('2024-02-01T00:00:00Z')],
    [{ $dateTrunc: { date: DAY, unit: 'week', startOfWeek: 'monday' } }, new Date('2024-02-26T00:00:00Z')],
  ],
  types: [
    [{ $type: '$a' }, 'missing'],
    [{ $type: Long.fromNumber(1) }, 'long'],
    [{ $toInt: '42' }, 42],
    [{ $toInt: -1.9 }, -1],
    [{ $toLong: true }, Long.fromNumber(1)],
    [{ $toDouble: '1.5' }, 1.5],
    [{ $toDecimal: 1 }, Decimal128.fromString('1')],
    [{ $toString: 1.5 }, '1.5'],
    [{ $toString: new ObjectId('0123456789abcdef01234567') }, '0123456789abcdef01234567'],
    [{ $toObjectId: '0123456789abcdef01234567' }, new ObjectId('0123456789abcdef01234567')],
    [{ $toBool: '' }, true],
    [{ $toDate: Long.fromNumber(0) }, new Date(0)],
    [{ $convert: { input: 'x', to: 'int', onError: 0 } }, 0],
    [{ $convert: { input: null, to: 'int', onNull: -1 } }, -1],
    [{ $isNumber: 1 }, true],
  ],
  documents: [
    [{ $mergeObjects: [{ a: 1 }, null, { a: 2, b: 3 }] }, { a: 2, b: 3 }],
    [{ $getField: { field: 'a.b', input: '$d' } }, 1, { d: { 'a.b': 1 } }],
    [{ $setField: { field: 'x', input: '$d', value: 2 } }, { a: 1, x: 2 }, { d: { a: 1 } }],
    [{ $unsetField: { field: 'a', input: '$d' } }, {}, { d: { a: 1 } }],
  ],
};

describe('expressions', () => {
  for (const [subject, rows] of Object.entries(TABLES)) {
    describe(subject, () => {
      for (const [expression, value, doc] of rows) {
        it(`${JSON.stringify(expression)}`, () => {
          expect(shown(evaluated(expression, doc))).to.equal(shown(value));
        });
      }
    });
  }

  const REFUSED: [expression: unknown, message: string][] = [
    [{ $foo: 1 }, "168 Unrecognized expression '$foo'"],
    [
      { $add: 1, $subtract: 2 },
      '15983 An object representing an expression must have exactly one field: { $add: 1, $subtract: 2 }',
    ],
    [{ $abs: [1, 2] }, '16020 Expression $abs takes exactly 1 arguments. 2 were passed in.'],
    [{ $slice: [1] }, '28667 Expression $slice takes at least 2 arguments, and at most 3, but 1 were passed in.'],
    ['$', "16872 '$' by itself is not a valid FieldPath"],
    ['$a.', "40353 FieldPath must not end with a '.'."],
    ['$$who', '17276 Use of undefined variable: who'],
    [{ $add: ['x', 1] }, '14 $add only supports numeric or date types, not string'],
    [{ $subtract: ['x', 1] }, "14 can't $subtract int from string"],
    [{ $multiply: ['x', 1] }, '14 $multiply only supports numeric types, not string'],
    [{ $divide: [1, 0] }, "2 can't $divide by zero"],
    [{ $mod: [1, 0] }, "16610 can't $mod by zero"],
    [{ $concat: [1] }, '16702 $concat only supports strings, not int'],
    [{ $size: '$missing' }, '17124 The argument to $size must be an array, but was of type: missing'],
    [{ $arrayElemAt: [1, 1] }, "28689 $arrayElemAt's first argument must be an array, but is int"],
    [{ $in: [1, 2] }, '40081 $in requires an array as a second argument, found: int'],
    [
      { $toInt: 'x' },
      "241 Failed to parse number 'x' in $convert with no onError value: Did not consume whole string.",
    ],
    [
      { $toInt: Long.fromString('9223372036854775807') },
      '241 Conversion would overflow target type in $convert with no onError value',
    ],
    [{ $toDate: true }, '241 Unsupported conversion from bool to date in $convert with no onError value'],
    [{ $year: 'x' }, "16006 can't convert from BSON type string to Date"],
    [{ $hour: { date: DAY, timezone: 'Nowhere/Town' } }, '40485 unrecognized time zone identifier: "Nowhere/Town"'],
    [{ $dateToString: { date: DAY, format: '%Q' } }, "18536 Invalid format character '%Q' in format string"],
    [{ $cond: [1, 2] }, '16020 Expression $cond takes exactly 3 arguments. 2 were passed in.'],
    [{ $switch: { branches: [] } }, '40068 $switch requires at least one branch.'],
    [{ $map: { input: 1, in: 1 } }, '16883 input to $map must be an array not int'],
    [{ $sqrt: -1 }, "28714 $sqrt's argument must be greater than or equal to 0"],
    [{ $ln: Decimal128.fromString('2') }, '238 $ln of a decimal is not supported by the embedded store'],
    [{ $function: { body: 'x' } }, "168 Unrecognized expression '$function'"],
  ];
  for (const [expression, message] of REFUSED) {
    it(`refuses ${JSON.stringify(expression)}`, () => {
      expect(refusal(() => evaluated(expression))).to.equal(message);
    });
  }
});
