import { returnMessages } from '../../client/messages/return-file.ts';
import { fill } from '../../client/messages/translate.ts';
import type { Finding } from '../domain/finding.ts';
import { groupBy } from '../domain/group-by.ts';
import type { Mention } from '../domain/mention.ts';
import { mentionTrust } from '../domain/soldier-facts.ts';
import type { MentionService } from '../soldiers/mention-service.ts';
import { harmlessCell } from '../tables/harmless-cell.ts';
import type { Import, ImportProblem } from './import.ts';
import type { ImportReader } from './import-view.ts';
import { doubtsOf } from './return-doubts.ts';
import { documentOf, nameOf } from './return-words.ts';

/** `isPublic`: anybody may open his page. `hasFamily`: a family's request is decided to be about him. */
export type ReturnedMan = { isPublic: boolean; hasFamily: boolean };

export type ReturnDeps = {
  mentions: Pick<MentionService, 'streamList'>;
  /** The mentions of whoever answers for each of these soldiers, by his address. */
  mentionsByAnswering(soldierIds: string[]): Promise<Map<string, Mention[]>>;
  men(soldierIds: string[]): Promise<Map<string, ReturnedMan>>;
  /** Of these soldiers, those who may well be the man of a request that is still open. Never which request. */
  searchedFor(soldierIds: string[]): Promise<Set<string>>;
  /** What was noticed of these soldiers and nobody has looked at yet. */
  findings(soldierIds: string[]): Promise<Finding[]>;
  problemsAt(importId: string, lines: number[]): Promise<ImportProblem[]>;
  /** When each of these imports came. */
  cameAt(importIds: string[]): Promise<Map<string, Date>>;
  publicUrl: string;
};

const COLUMNS = ['line', 'id', 'name', 'page', 'family', 'spellings', 'documents', 'doubts'] as const;

/**
 * What a partner gets back for his list: which of its rows are of a man known from other documents too, how those spell his name and
 * which they are, whether a family looks for him or was found, and what we doubt. Never who the family is; nothing of records that
 * are not public; nothing of the fields in which relatives are named. A row of which there is nothing to tell is left out.
 */
export async function* returnRows(item: Import, deps: ReturnDeps, reader: ImportReader): AsyncGenerator<string[]> {
  yield COLUMNS.map((column) => fill(returnMessages[`import.return.${column}`], reader.language));
  for await (const batch of deps.mentions.streamList(item.listId))
    yield* await toldOfBatch(batch, { item, deps, reader });
}

/** The same as a file that says itself that there is nothing to tell: a header alone looks like a fault. */
export async function* returnFile(item: Import, deps: ReturnDeps, reader: ImportReader): AsyncGenerator<string[]> {
  let count = 0;
  for await (const row of returnRows(item, deps, reader)) {
    count += 1;
    yield row;
  }
  if (count === 1) yield [fill(returnMessages['import.return.none'], reader.language)];
}

/**
 * Whether there is anything to give back for a list; `unknown` where a long one has nothing in its first thousand rows. That is asked each time
 * its page is opened, so no more is looked through beforehand: the file says itself when it has nothing.
 */
export async function hasReturn(
  item: Import,
  deps: ReturnDeps,
  reader: ImportReader,
): Promise<'yes' | 'no' | 'unknown'> {
  let isFirst = true;
  for await (const batch of deps.mentions.streamList(item.listId)) {
    if (!isFirst) return 'unknown';
    if ((await toldOfBatch(batch, { item, deps, reader })).length > 0) return 'yes';
    isFirst = false;
  }
  return 'no';
}

/** The rows of a batch of which there is something to tell. */
async function toldOfBatch(batch: readonly Mention[], telling: Telling): Promise<string[][]> {
  const known = await learn(batch, telling.deps);
  return batch.flatMap((mention) => {
    const row = rowOf(mention, known, telling);
    return row === null ? [] : [row.map(harmlessCell)];
  });
}

/** All that is asked of the store for one batch. */
type Known = {
  manOf: Map<string, { id: string; mentions: Mention[] }>;
  men: Map<string, ReturnedMan>;
  searched: Set<string>;
  /** By each man whom they are about. */
  findings: Map<string, { finding: Finding }[]>;
  /** By import and line. */
  problems: Map<string, ImportProblem[]>;
  versions: Map<string, Date>;
};

async function learn(batch: readonly Mention[], deps: ReturnDeps): Promise<Known> {
  const own = [...new Set(batch.map((mention) => mention.soldierId))];
  const answering = await deps.mentionsByAnswering(own);
  const ids = [...new Set([...own, ...answering.keys()])];
  const [searched, findings, problems, versions] = await Promise.all([
    deps.searchedFor(ids),
    deps.findings(ids),
    problemsOf(batch, deps),
    deps.cameAt([...groupBy(batch.flatMap(lineOf), ({ importId }) => importId).keys()]),
  ]);
  const men = await deps.men([...new Set([...ids, ...findings.flatMap(({ soldierIds }) => soldierIds)])]);
  return {
    manOf: new Map(
      [...answering].flatMap(([id, mentions]) => mentions.map((mention) => [mention.id, { id, mentions }])),
    ),
    men,
    searched,
    findings: groupBy(
      findings.flatMap((finding) => finding.soldierIds.map((id) => ({ id, finding }))),
      ({ id }) => id,
    ),
    problems,
    versions,
  };
}

type Line = { importId: string; line: number };

/** Where a row stood when it came; since then it may have been sent again unchanged, in another line. */
function lineOf({ origin }: Mention): Line[] {
  return origin.kind === 'import' ? [{ importId: origin.importId, line: origin.line }] : [];
}

const lineKey = ({ importId, line }: Line): string => `${importId} ${line}`;

/** What was not understood of these rows, in whichever version of the list they came. */
async function problemsOf(batch: readonly Mention[], deps: ReturnDeps): Promise<Map<string, ImportProblem[]>> {
  const problems = new Map<string, ImportProblem[]>();
  for (const [importId, lines] of groupBy(batch.flatMap(lineOf), (one) => one.importId)) {
    const found = await deps.problemsAt(
      importId,
      lines.map(({ line }) => line),
    );
    for (const [line, ofLine] of groupBy(found, (one) => one.line)) problems.set(lineKey({ importId, line }), ofLine);
  }
  return problems;
}

/** The line as the partner finds it: of an earlier version with its day. */
function lineText(line: Line | undefined, { versions }: Known, { item, reader }: Telling): string {
  if (line === undefined) return '';
  const date = versions.get(line.importId)?.toISOString().slice(0, 10);
  if (line.importId === item.id || date === undefined) return String(line.line);
  return fill(returnMessages['import.return.line_of'], reader.language, { line: line.line, date });
}

/** What others may know of him: live, public, and not from this very list. The most trusted paper first. */
function toldOf(mentions: readonly Mention[], { listId }: Import): Mention[] {
  return mentions
    .filter(({ state, sensitive, origin }) => {
      return state === 'live' && !sensitive && !(origin.kind === 'import' && origin.listId === listId);
    })
    .sort((a, b) => mentionTrust(b, 'identity') - mentionTrust(a, 'identity'));
}

type Telling = { item: Import; deps: ReturnDeps; reader: ImportReader };

function rowOf(mention: Mention, known: Known, { item, deps, reader }: Telling): string[] | null {
  const { language } = reader;
  const man = known.manOf.get(mention.id) ?? { id: mention.soldierId, mentions: [mention] };
  const addresses = [...new Set([man.id, mention.soldierId])];
  const others = toldOf(man.mentions, item);
  const findings = [
    ...new Set(addresses.flatMap((id) => (known.findings.get(id) ?? []).map(({ finding }) => finding))),
  ];
  const pageOf = (id: string) => (known.men.get(id)?.isPublic ? `${deps.publicUrl}/${language}/soldiers/${id}` : '');
  const [line] = lineOf(mention);
  const doubts = doubtsOf(
    mention,
    {
      problems: line === undefined ? [] : (known.problems.get(lineKey(line)) ?? []),
      others,
      isOpen: man.mentions.every(({ sensitive }) => !sensitive),
      findings,
      perhapsSame: perhapsSame(findings, addresses).map(pageOf).filter(Boolean),
    },
    reader,
  );
  const family = familyOf(addresses, known);
  if (others.length === 0 && family === null && doubts.length === 0) return null;
  const name = nameOf(mention.written);
  const documents = [...new Set(others.map((other) => documentOf(other.written)))].filter((text) => text !== '');
  return [
    lineText(line, known, { item, deps, reader }),
    mention.written.externalId ?? '',
    name,
    pageOf(man.id),
    family === null ? '' : fill(returnMessages[`import.return.${family}`], language),
    spellings(name, others).join('; '),
    documents.join('; '),
    [...doubts, ...(mention.example ? [fill(returnMessages['import.return.example'], language)] : [])].join(' '),
  ];
}

function familyOf(addresses: readonly string[], { men, searched }: Known): 'found' | 'looking' | null {
  if (addresses.some((id) => men.get(id)?.hasFamily)) return 'found';
  return addresses.some((id) => searched.has(id)) ? 'looking' : null;
}

function perhapsSame(findings: readonly Finding[], own: readonly string[]): string[] {
  const men = findings.filter(({ kind }) => kind === 'same_person').flatMap(({ soldierIds }) => soldierIds);
  return [...new Set(men)].filter((id) => !own.includes(id));
}

/** Each other spelling with the papers that have it. */
function spellings(name: string, others: readonly Mention[]): string[] {
  return [...groupBy(others, ({ written }) => nameOf(written))]
    .filter(([spelling]) => spelling !== name)
    .map(([spelling, papers]) => {
      const named = [...new Set(papers.map(({ written }) => documentOf(written)))]
        .filter((document) => document !== '')
        .join('; ');
      return named === '' ? spelling : `${spelling} (${named})`;
    });
}
