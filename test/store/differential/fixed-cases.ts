import type { Doc } from '../../../server/store/embedded/semantics-contract.ts';

/** Sorts over documents of all types; `_id` decides between equals. */
export const SORTS: readonly Doc[] = [{ a: 1, _id: 1 }, { a: -1, _id: 1 }, { a: 1, _id: -1 }, { _id: -1 }];

const BY_ID: Doc = { $sort: { _id: 1 } };

/** Pipelines over documents whose fields `a` and `b` hold values of all types. */
export const PIPELINES: readonly Doc[][] = [
  [
    { $match: { a: { $type: 'number' } } },
    { $group: { _id: null, n: { $sum: 1 }, min: { $min: '$_id' }, max: { $max: '$_id' } } },
  ],
  [
    { $match: { a: { $type: 'int', $not: { $type: 'array' } } } },
    { $group: { _id: '$a', ids: { $push: '$_id' } } },
    BY_ID,
  ],
  [{ $group: { _id: { $type: '$a' }, n: { $sum: 1 } } }, BY_ID],
  [{ $match: { a: { $type: 'array' } } }, { $unwind: '$a' }, { $project: { a: 1 } }],
  [{ $unwind: { path: '$a', preserveNullAndEmptyArrays: true, includeArrayIndex: 'i' } }, { $project: { a: 1, i: 1 } }],
  [{ $project: { x: '$a.b', y: { $ifNull: ['$a.c', 'none'] } } }, BY_ID],
  [{ $project: { a: 0, b: 0 } }, BY_ID],
  [{ $project: { 'a.b': 1, _id: 0 } }],
  [{ $project: { 'a.b': 0 } }, BY_ID],
  [{ $match: { a: { $type: 'object' } } }, { $addFields: { 'a.z': 1 } }, BY_ID],
  [{ $set: { t: { $cond: [{ $isArray: '$a' }, { $size: '$a' }, -1] } } }, BY_ID],
  [{ $match: { $expr: { $gt: ['$a', '$b'] } } }, { $project: { _id: 1 } }, BY_ID],
  [{ $match: { $expr: { $eq: [{ $type: '$a' }, { $type: '$b' }] } } }, { $project: { _id: 1 } }, BY_ID],
  [{ $match: { a: { $exists: true }, b: { $exists: true } } }, { $project: { c: { $cmp: ['$a', '$b'] } } }, BY_ID],
  [
    { $match: { _id: { $lt: 20 } } },
    { $lookup: { from: 'documents', localField: 'a', foreignField: '_id', as: 'x' } },
    { $project: { x: '$x._id' } },
    BY_ID,
  ],
  [
    { $match: { _id: { $lt: 6 } } },
    {
      $lookup: {
        from: 'documents',
        let: { id: '$_id' },
        pipeline: [{ $match: { $expr: { $eq: ['$_id', { $add: ['$$id', 1] }] } } }, { $project: { _id: 1 } }],
        as: 'x',
      },
    },
    { $project: { x: 1 } },
    BY_ID,
  ],
  [{ $facet: { n: [{ $count: 'n' }], last: [{ $sort: { _id: -1 } }, { $limit: 2 }, { $project: { _id: 1 } }] } }],
  [{ $bucket: { groupBy: '$_id', boundaries: [0, 50, 100], default: 'rest', output: { n: { $sum: 1 } } } }, BY_ID],
  [{ $match: { b: { $type: 'string' } } }, { $sortByCount: '$b' }, { $match: { count: { $gt: 100 } } }],
  [{ $match: { _id: { $lt: 5 } } }, { $replaceRoot: { newRoot: { id: '$_id' } } }],
  [{ $limit: 3 }, { $unset: ['a', 'b'] }],
  [
    { $match: { _id: { $lt: 3 } } },
    {
      $project: { d: { $dateToString: { date: { $toDate: { $multiply: ['$_id', 86400000] } }, format: '%Y-%m-%d' } } },
    },
  ],
];
