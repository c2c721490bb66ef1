/**
 * Where FerretDB with DocumentDB answers otherwise than MongoDB, and the rule of MongoDB that the embedded store keeps. The
 * random tests leave these out; each has its row in the tables of `test/store/semantics/`.
 */
export const KNOWN_DIFFERENCES: readonly { what: string; rule: string }[] = [
  { what: 'texts of errors', rule: "MongoDB's own words; only the codes are compared" },
  {
    what: '{ a: { $lte: MaxKey } } and { a: { $gte: MinKey } } do not find a missing field',
    rule: 'they find every document',
  },
  { what: 'a double and a decimal inside $in are not equal', rule: 'numbers are equal across their types' },
  { what: '$bits operators find decimals with a fraction', rule: 'only whole numbers of 64 bits have bits' },
  { what: 'an empty array sorts beside null', rule: 'it sorts below null and below a missing field' },
  { what: 'two arrays in one sort are compared', rule: 'code 2, cannot sort with keys that are parallel arrays' },
  {
    what: 'code 28 for `$[]` on something that is no array',
    rule: 'code 2, Cannot apply array updates to non-array element',
  },
  { what: '$setOnInsert is not read when nothing is inserted', rule: 'it is read, and conflicts (code 40)' },
  { what: '$pullAll and $pull beyond the end of an array fill it with nulls', rule: 'nothing is created' },
  { what: 'fields are created in the order they are written', rule: 'in the order of their names, numbers by value' },
  { what: 'code 28 for $unset through an array by a name', rule: 'nothing happens' },
  { what: '$pop of a path that is not there creates its parents', rule: 'nothing is created' },
  { what: 'zero times a decimal is 0', rule: 'the decimal keeps its places: 0.0' },
  { what: '$push of nothing creates no array', rule: 'an empty array is created' },
  { what: '$addFields below a number moves the field to the end', rule: 'it stays in its place' },
  { what: 'MinKey and a missing field are equal in expressions', rule: 'MinKey is less' },
  { what: '$avg of integers is an integer', rule: 'a double, or a decimal among decimals' },
  { what: '$mod of whole doubles is an integer', rule: 'the wider type of the two operands' },
  { what: '$setUnion in any order', rule: 'sorted' },
  { what: '$mergeObjects of one array is refused', rule: 'its elements are merged' },
  { what: '$add looks at types behind a null', rule: 'the first null ends it' },
];
