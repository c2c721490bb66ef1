import anyAscii from 'any-ascii';
import MiniSearch from 'minisearch';
import { BuiltInEngine } from '../server/search/built-in/built-in-engine.ts';

export type Listed = { id: string; name: string };
export type Found = { id: string; score: number };
/** A way to find names in a list, ours or a peer. */
export type System = { name: string; ask(name: string, limit: number): Found[] };

const BATCH = 20_000;

export async function amanat(list: readonly Listed[]): Promise<System> {
  const engine = new BuiltInEngine();
  for (let at = 0; at < list.length; at += BATCH) {
    const batch = list.slice(at, at + BATCH);
    await engine.upsert(
      batch.map(({ id, name }) => ({ id, names: [{ full: name }], bornFrom: null, bornTo: null, tags: [] })),
    );
  }
  await engine.settle();
  return { name: 'Amanat', ask: (name, limit) => engine.find({ name: { full: name }, limit }) };
}

const plain = (name: string): string =>
  anyAscii(name)
    .toLowerCase()
    .replace(/[^a-z ]+/g, '');

export function miniSearch(list: readonly Listed[]): System {
  const index = new MiniSearch<Listed>({ fields: ['name'], processTerm: plain });
  index.addAll([...list]);
  const options = { fuzzy: 0.3, prefix: false, combineWith: 'OR' as const };
  const ask = (name: string, limit: number): Found[] =>
    index
      .search(plain(name), options)
      .slice(0, limit)
      .map(({ id, score }) => ({ id: String(id), score }));
  return { name: 'any-ascii + MiniSearch', ask };
}

function gramsOf(name: string): string[] {
  return plain(name)
    .split(' ')
    .filter(Boolean)
    .flatMap((word) => {
      const padded = ` ${word} `;
      return Array.from({ length: Math.max(0, padded.length - 2) }, (_, at) => padded.slice(at, at + 3));
    });
}

/** Cosine of tf-idf weighted trigrams, every document that shares one looked at. */
export function trigrams(list: readonly Listed[]): System {
  const postings = new Map<string, number[]>();
  const grams = list.map(({ name }) => [...new Set(gramsOf(name))]);
  grams.forEach((own, document) => {
    for (const gram of own) {
      const entry = postings.get(gram);
      if (entry) entry.push(document);
      else postings.set(gram, [document]);
    }
  });
  const weight = (gram: string): number => Math.log(1 + list.length / (1 + (postings.get(gram)?.length ?? 0)));
  const lengths = Float64Array.from(grams, (own) => Math.sqrt(own.reduce((sum, gram) => sum + weight(gram) ** 2, 0)));
  const ask = (name: string, limit: number): Found[] => {
    const sums = new Float64Array(list.length);
    const own = [...new Set(gramsOf(name))];
    for (const gram of own) {
      const square = weight(gram) ** 2;
      for (const document of postings.get(gram) ?? []) sums[document] = (sums[document] ?? 0) + square;
    }
    const length = Math.sqrt(own.reduce((sum, gram) => sum + weight(gram) ** 2, 0));
    return best(sums, lengths, limit).map(({ at, value }) => ({ id: list[at]?.id ?? '', score: value / length }));
  };
  return { name: 'any-ascii + trigrams', ask };
}

function best(sums: Float64Array, lengths: Float64Array, limit: number): { at: number; value: number }[] {
  const top: { at: number; value: number }[] = [];
  for (let at = 0; at < sums.length; at++) {
    const sum = sums[at] ?? 0;
    if (sum === 0) continue;
    const value = sum / (lengths[at] ?? 1);
    if (top.length === limit && value <= (top.at(-1)?.value ?? 0)) continue;
    top.push({ at, value });
    top.sort((a, b) => b.value - a.value);
    if (top.length > limit) top.pop();
  }
  return top;
}
