import { Long } from 'bson';
import { expect } from 'chai';
import type { Doc } from '../../../server/store/embedded/semantics-contract.ts';
import { refusal, type UpdateCase, updated } from './wire-form.ts';

const LONG = Long.fromString('9223372036854775807');

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
