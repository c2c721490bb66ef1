import { expect } from 'chai';
import { importRowMessages } from '../../client/messages/import-rows.ts';
import { type Language, languages } from '../../client/messages/translate.ts';
import type { Finding } from '../../server/domain/finding.ts';
import { type Mention, NOTHING_UNDERSTOOD, type UnderstoodRow } from '../../server/domain/mention.ts';
import { parsePartialDate } from '../../server/domain/partial-date.ts';
import type { MentionRow } from '../../server/domain/row.ts';
import { createSayProblem } from '../../server/http/problem.ts';
import type { Import, ImportProblem } from '../../server/imports/import.ts';
import { hasReturn, type ReturnDeps, type ReturnedMan, returnRows } from '../../server/imports/return-file.ts';

const DAY = new Date('2026-03-01');
const say = createSayProblem([importRowMessages]);
const [LINE, ID, NAME, PAGE, FAMILY, SPELLINGS, DOCUMENTS, DOUBTS] = [0, 1, 2, 3, 4, 5, 6, 7] as const;

const dateOf = (text: string) => parsePartialDate(text).date;

type Paper = { written: MentionRow; understood?: Partial<UnderstoodRow>; sensitive?: boolean; importId?: string };

function mention(
  id: string,
  listId: string,
  { written, understood, sensitive = false, importId = listId }: Paper,
): Mention {
  const origin = { kind: 'import', partnerId: 'p', listId, importId, line: 2, rowKey: id, contentHash: id } as const;
  const content = {
    origin,
    written,
    understood: { ...NOTHING_UNDERSTOOD, ...understood },
    sensitive,
    example: false,
  };
  return { id, soldierId: `s-${id}`, ...content, state: 'live', version: 1, createdAt: DAY, changedAt: DAY };
}

const LIVING = 'Айша';
const living = { relatives: `жена ${LIVING}`, notes: `внучка ${LIVING}`, residence: `у ${LIVING}` };
const own = mention('a', 'mine', {
  written: { externalId: '7', fullName: 'Kairbekow Dschaksylyk', birthDate: '1913', ...living },
  understood: { birth: dateOf('1913'), fate: 'killed', fateDate: dateOf('1943') },
});
const paper = mention('b', 'theirs', {
  written: {
    familyName: 'Каирбеков',
    givenName: 'Жаксылык',
    documentType: 'Донесение',
    fond: '58',
    opis: '18001',
    ...living,
  },
  understood: { birth: dateOf('1908'), fate: 'captured', fateDate: dateOf('1942') },
});
const convicted = mention('c', 'theirs', {
  written: { fullName: 'Каирбеков Ж.', documentType: 'Приговор' },
  sensitive: true,
});

const isPublic = { isPublic: true, hasFamily: false };

type More = Partial<{
  own: Mention;
  men: Map<string, ReturnedMan>;
  searched: string[];
  findings: Finding[];
  problems: ImportProblem[];
  language: Language;
}>;

const item = { id: 'mine', listId: 'mine' } as Import;

function depsOf(men: Mention[], more: More): ReturnDeps {
  return {
    mentions: {
      async *streamList() {
        yield [more.own ?? own];
      },
    },
    mentionsByAnswering: async () => new Map([['s-b', men]]),
    men: async (ids) => more.men ?? new Map(ids.map((id) => [id, isPublic])),
    searchedFor: async () => new Set(more.searched ?? []),
    findings: async () => more.findings ?? [],
    problemsAt: async (_, lines) => (more.problems ?? []).filter(({ line }) => lines.includes(line)),
    cameAt: async (ids) => new Map(ids.map((id) => [id, DAY])),
    publicUrl: 'https://example.org',
  };
}

async function returned(men: Mention[], more: More = {}): Promise<string[][]> {
  const rows: string[][] = [];
  const reader = { say, language: more.language ?? 'ru' };
  for await (const row of returnRows(item, depsOf(men, more), reader)) rows.push(row);
  return rows.slice(1);
}

function finding(kind: Finding['kind'], soldierIds: string[], facts: Record<string, string> = {}): Finding {
  const nobody = { dismissedBy: null, dismissedAt: null, dismissedReason: null };
  const about = { soldierIds, siteId: null, probability: 0.9, evidence: [], facts, evidenceHash: '' };
  return { id: `${kind}`, kind, ...about, state: 'open', foundAt: DAY, ...nobody };
}

function problem(rule: string, field: ImportProblem['field'], text: string): ImportProblem {
  return { line: 2, field, rule, severity: 'doubtful', key: `row.${rule}`, values: { text }, cells: null };
}

describe('The return file of a list', () => {
  it('tells of a row that is a known man: his page, how other documents spell him and which they are', async () => {
    const [row = []] = await returned([own, paper]);
    expect(row.slice(LINE, DOUBTS)).to.deep.equal([
      '2',
      '7',
      'Kairbekow Dschaksylyk',
      'https://example.org/ru/soldiers/s-b',
      '',
      'Каирбеков Жаксылык (Донесение, 58/18001)',
      'Донесение, 58/18001',
    ]);
  });

  it('names what contradicts, with the document that does, and calls no capture a contradiction of a death', async () => {
    const [row = []] = await returned([own, paper]);
    expect(row[DOUBTS]).to.equal(
      'дата рождения или возраст: у вас «1913», в другом документе «1908» (Донесение, 58/18001).',
    );
    const died = { ...paper, understood: { ...paper.understood, fate: 'killed' as const } };
    const [other = []] = await returned([own, died], { language: 'en' });
    expect(other[DOUBTS]).to.include('“1943” in your list, “1942” in another document');
  });

  it('says what of the line was not understood, in the words of the reader', async () => {
    const problems = [problem('camp.not_understood', 'camp', 'Шт. 5'), problem('duplicate', null, '')];
    const [row = []] = await returned([own], { problems, language: 'kk' });
    expect(row[DOUBTS]).to.include('«Шт. 5»: лагерь түсініксіз.');
    expect(await returned([own], { problems: [problem('duplicate', null, '')] })).to.deep.equal([]);
  });

  it('is looked for in the first rows of a list alone before it is asked for', async () => {
    const deps = depsOf([own], {});
    let looked = 0;
    const told = (...batches: Mention[][]) => {
      looked = 0;
      const mentions = {
        async *streamList() {
          yield* batches;
        },
      };
      const searchedFor = (ids: string[]) => {
        looked += 1;
        return deps.searchedFor(ids);
      };
      return hasReturn(item, { ...deps, mentions, searchedFor }, { say, language: 'ru' });
    };
    expect([await told(), await told([own]), looked]).to.deep.equal(['no', 'no', 1]);
    expect([await told([own], [own], [own]), looked]).to.deep.equal(['unknown', 1]);
  });

  it('leads to the pages of men who may be the same, if everybody may see them', async () => {
    const findings = [finding('same_person', ['s-a', 's-x', 's-hidden'])];
    const men = new Map([
      ['s-a', isPublic],
      ['s-b', isPublic],
      ['s-x', isPublic],
      ['s-hidden', { isPublic: false, hasFamily: false }],
    ]);
    const [row = []] = await returned([own], { findings, men });
    expect(row[DOUBTS]).to.equal('Возможно, это тот же человек, что на странице https://example.org/ru/soldiers/s-x');
  });

  it('tells what was noticed over all papers of a man only where all of them are public', async () => {
    const findings = [finding('several_graves', ['s-a'], { one: 'Хемер', other: 'Цайтхайн' })];
    const [row = []] = await returned([own], { findings });
    expect(row[DOUBTS]).to.include('«Хемер» и «Цайтхайн»');
    expect(await returned([own, convicted], { findings })).to.deep.equal([]);
    const same = [finding('same_person', ['s-a', 's-x'])];
    expect(await returned([own, convicted], { findings: same })).to.deep.equal([]);
  });

  it('says that a family was found or perhaps looks for him, and never who it is', async () => {
    const found = await returned([own], { men: new Map([['s-a', { isPublic: true, hasFamily: true }]]) });
    expect(found[0]?.[FAMILY]).to.equal('найдена');
    const looking = await returned([own], { searched: ['s-a'] });
    expect(looking[0]?.[FAMILY]).to.equal('возможно, его ищут');
  });

  it('holds nothing of the fields in which relatives are named, in any language', async () => {
    const problems = [problem('control_character', 'relatives', LIVING), problem('letters_lost', 'notes', LIVING)];
    const findings = [finding('same_person', ['s-a', 's-x'])];
    for (const language of languages) {
      const rows = await returned([own, paper], { problems, findings, searched: ['s-a'], language });
      expect(rows).to.have.length(1);
      expect(JSON.stringify(rows)).not.to.include(LIVING);
    }
  });

  it('keeps records that are not public out, and rows of which nothing else is known', async () => {
    expect(await returned([own, convicted])).to.deep.equal([]);
    expect(await returned([own])).to.deep.equal([]);
  });

  it('names the line of a row that came with an earlier version by that version, with what was not understood there', async () => {
    const earlier = mention('a', 'mine', { written: own.written, importId: 'before' });
    const problems = [problem('camp.not_understood', 'camp', 'Шт. 5')];
    const [row = []] = await returned([earlier, paper], { own: earlier, problems });
    expect(row[DOUBTS]).to.include('«Шт. 5»');
    expect([row[LINE], row[ID], row[NAME], row[PAGE]]).to.deep.equal([
      '2 (в версии от 2026-03-01)',
      '7',
      'Kairbekow Dschaksylyk',
      'https://example.org/ru/soldiers/s-b',
    ]);
    expect([row[SPELLINGS], row[DOCUMENTS]].every((cell) => cell !== '')).to.equal(true);
  });
});
