import type { Doc } from '../../../server/store/embedded/semantics-contract.ts';

/** Documents that pipelines are tried on. */
export const SALES: Doc[] = [
  { _id: 1, item: 'a', price: 10, n: 2, tags: ['x', 'y'] },
  { _id: 2, item: 'b', price: 20, n: 1, tags: [] },
  { _id: 3, item: 'a', price: 5, n: 10 },
  { _id: 4, item: 'c', price: null, n: 3, tags: ['x'] },
];
/** Collections beside them. */
export const OTHERS = {
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
