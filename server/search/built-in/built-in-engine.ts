import { setImmediate as waitingFirst } from 'node:timers/promises';
import type { WordReader } from '../../domain/names/name-parts.ts';
import { AppError } from '../../errors.ts';
import { AskedName } from '../asked-name.ts';
import type { CandidateQuery, EngineState, NameHit, SearchEngine, SoldierDocument } from '../engine.ts';
import { bestHits, type WeighedHit } from '../weighed-hit.ts';
import { CandidatePass } from './candidate-pass.ts';
import { NameIndex } from './name-index.ts';

/** Documents taken in before whoever waits is answered: some hundredths of a second. */
const AT_ONCE = 100;

/** The search that needs no server: everything in memory, filled from the store at start. */
export class BuiltInEngine implements SearchEngine {
  readonly kind = 'built-in';
  private index: NameIndex;
  private pass: CandidatePass;
  private ready = false;

  /** @param read how words are read, where the same words are read for something else beside; the index is then made once */
  constructor(read?: WordReader) {
    this.index = new NameIndex(read);
    this.pass = new CandidatePass(this.index);
  }

  candidates(query: CandidateQuery): Promise<NameHit[]> {
    return Promise.resolve(this.find(query));
  }

  /** `candidates` without a promise, for commands that ask a hundred thousand times. */
  find(query: CandidateQuery): NameHit[] {
    this.index.settle();
    const asked = new AskedName(this.index.dictionary, query.name);
    const names = this.pass.run(asked, this.filter(query));
    const best = new Map<string, WeighedHit>();
    for (const name of names) this.weigh(name, asked, best);
    return bestHits(best.values(), query.limit);
  }

  /** Who may be found at all; null where that is everybody, which spares the quick pass its dearest look. */
  private filter({ bornFrom, bornTo, tags = [] }: CandidateQuery): ((document: number) => boolean) | null {
    const years = { from: bornFrom, to: bornTo };
    const anyYear = bornFrom === undefined && bornTo === undefined;
    if (anyYear && tags.length === 0 && !this.index.hasDead) return null;
    return (document) => document >= 0 && this.index.bornWithin(document, years) && this.index.hasTags(document, tags);
  }

  private weigh(name: number, asked: AskedName, best: Map<string, WeighedHit>): void {
    const { score, cost } = asked.match(this.index.parts(name));
    if (score <= 0) return;
    const id = this.index.idOf(this.index.document(name));
    const known = best.get(id);
    const text = this.index.text(name);
    const exact = known?.exact ?? (asked.isWrittenIn(text) ? text : undefined);
    if (known && known.score >= score) known.exact = exact;
    else best.set(id, { id, score, matched: text, cost, words: this.index.wordCount(name), exact });
  }

  completions(beginning: string, most: number): Promise<string[]> {
    this.index.settle();
    const names = new Set<string>();
    for (const part of this.index.dictionary.completing(beginning)) {
      if (names.size >= most) break;
      this.index.postings.each(part, (name) => {
        if (names.size < most && this.index.document(name) >= 0) names.add(this.index.text(name));
      });
    }
    return Promise.resolve([...names]);
  }

  async upsert(documents: SoldierDocument[]): Promise<void> {
    let count = 0;
    for (const document of documents) {
      this.index.put(document);
      count += 1;
      // An import hands over more than a thousand at once; a page that is asked for meanwhile does not wait for all of them.
      if (count % AT_ONCE === 0) await waitingFirst();
    }
    this.ready = true;
  }

  /** Makes what was written findable now, so that the first question does not wait for it. */
  settle(): Promise<void> {
    this.index.settle();
    return Promise.resolve();
  }

  remove(ids: string[]): Promise<void> {
    for (const id of ids) this.index.drop(id);
    return Promise.resolve();
  }

  async rebuild(documents: AsyncIterable<SoldierDocument[]>, expected: number): Promise<void> {
    const index = new NameIndex();
    for await (const batch of documents) for (const document of batch) index.put(document);
    if (index.documents !== expected) {
      throw new AppError('conflict', `The new index holds ${index.documents} soldiers instead of ${expected}`, {
        details: { documents: index.documents, expected },
      });
    }
    index.settle();
    this.index = index;
    this.pass = new CandidatePass(index);
    this.ready = true;
  }

  state(): Promise<EngineState> {
    return Promise.resolve({ documents: this.index.documents, ready: this.ready });
  }

  close(): Promise<void> {
    this.index = new NameIndex();
    this.pass = new CandidatePass(this.index);
    this.ready = false;
    return Promise.resolve();
  }
}
