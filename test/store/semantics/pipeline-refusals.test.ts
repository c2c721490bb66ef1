import { expect } from 'chai';
import type { Doc } from '../../../server/store/embedded/semantics-contract.ts';
import { OTHERS, SALES } from './sales.ts';
import { piped, refusal } from './wire-form.ts';

describe('aggregation that cannot be', () => {
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
    [[{ $project: { a: { $foo: 1 } } }], '31325 Invalid $project :: caused by :: Unknown expression $foo'],
    [
      [{ $project: { a: { $abs: { $foo: 1 } } } }],
      "168 Invalid $project :: caused by :: Unrecognized expression '$foo'",
    ],
    [[{ $set: { a: { $foo: 1 } } }], "168 Invalid $set :: caused by :: Unrecognized expression '$foo'"],
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
    [
      [{ $setWindowFields: { sortBy: { n: 1 }, output: { x: { $derivative: { input: '$n' } } } } }],
      '238 the window function $derivative is not supported by the embedded store',
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
