import { type EnqueuedTask, type IndexSwap, Meilisearch } from 'meilisearch';
import { type NamePart, nameParts } from '../../domain/names/name-parts.ts';
import { AppError } from '../../errors.ts';
import { AskedName } from '../asked-name.ts';
import type { CandidateQuery, EngineState, NameHit, SearchEngine, SoldierDocument, WrittenName } from '../engine.ts';
import { documentParts, PartDictionary } from '../part-dictionary.ts';
import { bestHits, type WeighedHit } from '../weighed-hit.ts';
import { limitsOf, queriesOf } from './candidate-queries.ts';
import { LOWEST_VERSION, SETTINGS } from './meilisearch-settings.ts';
import { codeOf, FOR_READERS, FOR_WRITES, patiently, type Sleep, searchDown, succeeded } from './meilisearch-tasks.ts';

export type MeilisearchOptions = {
  url: string;
  apiKey?: string | undefined;
  /** Makes the name of the index that is filled next, so that two processes never fill the same one. */
  newId: () => string;
  sleep?: Sleep;
  /** What the names of its indexes begin with; a key of the server can be limited to them. */
  prefix?: string;
};

/** What is kept in the index of one soldier. Names as written go back to us for scoring; nothing else is shown. */
type Indexed = Omit<SoldierDocument, 'bornFrom' | 'bornTo'> & { parts: string[]; bornFrom: number; bornTo: number };
type Hit = { id: string; names: WrittenName[] };

const READ_TIMEOUT_MS = 4000;
const WRITE_TIMEOUT_MS = 120_000;
// 50,000 documents a request are fine for the server; smaller ones keep our own memory flat.
const BATCH = 10_000;
// So many batches may wait at the server: enough that it is never idle, few enough that a failure shows soon.
const MOST_WAITING = 3;

/** The same search over a Meilisearch server: it keeps and filters, our dictionary and likeness find and order. */
export class MeilisearchEngine implements SearchEngine {
  readonly kind = 'meilisearch';
  private readonly reader: Meilisearch;
  private readonly writer: Meilisearch;
  private readonly newId: () => string;
  private readonly prefix: string;
  private readonly live: string;
  private readonly sleep: Sleep;
  private dictionary = new PartDictionary();
  private known = new Set<string>();
  private versionChecked = false;

  constructor({ url, apiKey, newId, sleep, prefix = 'soldiers' }: MeilisearchOptions) {
    this.reader = new Meilisearch({ host: url, apiKey: apiKey ?? '', timeout: READ_TIMEOUT_MS });
    this.writer = new Meilisearch({ host: url, apiKey: apiKey ?? '', timeout: WRITE_TIMEOUT_MS });
    this.newId = newId;
    this.prefix = prefix;
    this.live = `${prefix}_live`;
    this.sleep = sleep ?? ((milliseconds) => new Promise((wake) => setTimeout(wake, milliseconds)));
  }

  async candidates(query: CandidateQuery): Promise<NameHit[]> {
    const asked = new AskedName(this.dictionary, query.name);
    const questions = queriesOf(asked, this.dictionary, limitsOf(query));
    if (questions.length === 0) return [];
    const queries = questions.map(({ filter, limit }) => {
      return { indexUid: this.live, q: '', filter, limit, attributesToRetrieve: ['id', 'names'] };
    });
    const { results } = await this.read(() => this.reader.multiSearch<{ queries: typeof queries }, Hit>({ queries }));
    const found = new Map(results.flatMap(({ hits }) => hits).map((hit) => [hit.id, hit]));
    const remembered = new Map<string, NamePart[]>();
    const weighed = [...found.values()].flatMap((hit) => weigh(hit, asked, remembered) ?? []);
    return bestHits(weighed, query.limit);
  }

  async completions(beginning: string, most: number): Promise<string[]> {
    const parts = this.dictionary.completing(beginning).map((id) => this.dictionary.partOf(id));
    if (parts.length === 0) return [];
    const filter = [`parts IN [${parts.join(', ')}]`];
    const queries = [{ indexUid: this.live, q: '', filter, limit: most, attributesToRetrieve: ['id', 'names'] }];
    const { results } = await this.read(() => this.reader.multiSearch<{ queries: typeof queries }, Hit>({ queries }));
    const names = results.flatMap(({ hits }) => hits).flatMap((hit) => hit.names);
    return [...new Set(names.filter((name) => hasPart(name, parts)).map(({ full }) => full))].slice(0, most);
  }

  async upsert(documents: SoldierDocument[]): Promise<void> {
    const tasks: EnqueuedTask[] = [];
    for (let start = 0; start < documents.length; start += BATCH) {
      tasks.push(await this.send(this.live, documents.slice(start, start + BATCH)));
    }
    for (const task of tasks) await this.done(task);
    this.learnAll(documents);
  }

  async remove(ids: string[]): Promise<void> {
    await this.done(await this.write(() => this.writer.index(this.live).deleteDocuments(ids)));
  }

  async rebuild(documents: AsyncIterable<SoldierDocument[]>, expected: number): Promise<void> {
    const next = `${this.prefix}_${this.newId()}`;
    const dictionary = new PartDictionary();
    const known = new Set<string>();
    await this.done(await this.write(() => this.writer.createIndex(next, { primaryKey: 'id' })));
    try {
      await this.done(await this.write(() => this.writer.index(next).updateSettings(SETTINGS)));
      await this.fill(next, documents, (batch) => learn(dictionary, known, batch));
      const { numberOfDocuments } = await this.read(() => this.reader.index(next).getStats());
      if (numberOfDocuments !== expected) {
        throw new AppError('conflict', `The new index holds ${numberOfDocuments} soldiers instead of ${expected}`, {
          details: { documents: numberOfDocuments, expected },
        });
      }
      await this.swapIn(next);
      this.dictionary = dictionary;
      this.known = known;
    } finally {
      // After the swap this name holds the old index; after a failure the half-filled one. Neither is needed.
      await this.done(await this.write(() => this.writer.deleteIndex(next)), ['index_not_found']);
    }
  }

  /** Beside a standing index only the dictionary has to be filled. */
  async learn(documents: AsyncIterable<SoldierDocument[]>): Promise<void> {
    for await (const batch of documents) this.learnAll(batch);
  }

  async state(): Promise<EngineState> {
    await this.checkVersion();
    try {
      const { numberOfDocuments } = await this.read(() => this.reader.index(this.live).getStats());
      return { documents: numberOfDocuments, ready: true };
    } catch (error) {
      if (error instanceof AppError && codeOf(error.cause) === 'index_not_found') return { documents: 0, ready: false };
      throw error;
    }
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  /** Takes its index off the server: for whoever made one only to measure. */
  async discard(): Promise<void> {
    await this.done(await this.write(() => this.writer.deleteIndex(this.live)), ['index_not_found']);
  }

  private learnAll(documents: readonly SoldierDocument[]): void {
    learn(this.dictionary, this.known, documents);
  }

  private async checkVersion(): Promise<void> {
    if (this.versionChecked) return;
    const { pkgVersion } = await this.read(() => this.reader.getVersion());
    const [major = 0, minor = 0] = pkgVersion.split('.').map(Number);
    const [lowestMajor, lowestMinor] = LOWEST_VERSION;
    if (major < lowestMajor || (major === lowestMajor && minor < lowestMinor)) {
      const message = `Meilisearch ${pkgVersion} is too old: ${LOWEST_VERSION.join('.')} is the lowest that counts Cyrillic letters right`;
      throw new AppError('bad_configuration', message, { details: { version: pkgVersion } });
    }
    this.versionChecked = true;
  }

  private async fill(
    index: string,
    documents: AsyncIterable<SoldierDocument[]>,
    each: (batch: SoldierDocument[]) => void,
  ): Promise<void> {
    const waiting: EnqueuedTask[] = [];
    let batch: SoldierDocument[] = [];
    const sendBatch = async (): Promise<void> => {
      each(batch);
      waiting.push(await this.send(index, batch));
      batch = [];
      const oldest = waiting.length > MOST_WAITING ? waiting.shift() : undefined;
      if (oldest !== undefined) await this.done(oldest);
    };
    for await (const some of documents) {
      batch.push(...some);
      if (batch.length >= BATCH) await sendBatch();
    }
    if (batch.length > 0) await sendBatch();
    for (const task of waiting) await this.done(task);
  }

  /** A swap needs both indexes to be there, the first time too. */
  private async swapIn(next: string): Promise<void> {
    const created = await this.write(() => this.writer.createIndex(this.live, { primaryKey: 'id' }));
    await this.done(created, ['index_already_exists']);
    // Without `rename`: the client knows it, a server of the lowest version does not and would refuse the swap.
    const swap = { indexes: [this.live, next] } as IndexSwap;
    await this.done(await this.write(() => this.writer.swapIndexes([swap])));
  }

  private send(index: string, documents: readonly SoldierDocument[]): Promise<EnqueuedTask> {
    return this.write(() => this.writer.index(index).addDocuments(documents.map(toIndexed)));
  }

  private async done(task: EnqueuedTask, allowed: readonly string[] = []): Promise<void> {
    try {
      await succeeded(this.writer, task, allowed);
    } catch (error) {
      throw searchDown(error);
    }
  }

  private async read<T>(ask: () => Promise<T>): Promise<T> {
    try {
      return await patiently(ask, FOR_READERS, this.sleep);
    } catch (error) {
      throw searchDown(error);
    }
  }

  private async write(ask: () => Promise<EnqueuedTask>): Promise<EnqueuedTask> {
    try {
      return await patiently(ask, FOR_WRITES, this.sleep);
    } catch (error) {
      throw searchDown(error);
    }
  }
}

/** Born in any year at all: what a man is indexed with whose year nobody knows. */
const ANY_YEAR = { from: 0, to: 9999 } as const;

function toIndexed({ bornFrom, bornTo, ...document }: SoldierDocument): Indexed {
  const years = { bornFrom: bornFrom ?? ANY_YEAR.from, bornTo: bornTo ?? ANY_YEAR.to };
  return { ...document, ...years, parts: documentParts(document.names) };
}

/** Counts whom the dictionary has not seen; of one it has, only what he is newly called. */
function learn(dictionary: PartDictionary, known: Set<string>, documents: readonly SoldierDocument[]): void {
  for (const { id, names } of documents) {
    const parts = documentParts(names);
    if (!known.has(id)) {
      known.add(id);
      dictionary.add(parts);
      continue;
    }
    for (const part of parts) {
      const number = dictionary.intern(part);
      if (dictionary.peopleOf(number) === 0) dictionary.count(number, 1);
    }
  }
}

const hasPart = (name: WrittenName, parts: readonly string[]): boolean =>
  documentParts([name]).some((part) => parts.includes(part));

function weigh({ id, names }: Hit, asked: AskedName, remembered: Map<string, NamePart[]>): WeighedHit | null {
  let best: WeighedHit | null = null;
  let exact: string | undefined;
  for (const name of names) {
    const key = JSON.stringify(name);
    const parts = remembered.get(key) ?? nameParts(name);
    remembered.set(key, parts);
    const { score, cost } = asked.match(parts);
    if (score <= 0) continue;
    exact ??= asked.isWrittenIn(name.full) ? name.full : undefined;
    if (best !== null && best.score >= score) continue;
    best = { id, score, matched: name.full, cost, words: parts.length };
  }
  return best && { ...best, exact };
}
