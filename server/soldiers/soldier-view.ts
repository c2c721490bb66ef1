import { archiveLabel, archiveReferenceOf } from '../domain/archive-reference.ts';
import type { Mention, MentionOrigin } from '../domain/mention.ts';
import type { PartialDate } from '../domain/partial-date.ts';
import { type MentionRow, NOT_PUBLIC, type RowField } from '../domain/row.ts';
import type { Soldier, SoldierSummary } from '../domain/soldier.ts';
import { facts } from '../domain/soldier-facts.ts';
import { scanView } from '../files/scan-view.ts';
import type { FoundSoldier, SearchResult } from '../search/search-service.ts';
import type { SoldierPage } from './soldier-service.ts';

/** For the desk and for confirmed kin; a partner's own number helps nobody else either, though its tables carry it. */
const NOT_FOR_EVERYBODY: readonly RowField[] = [...NOT_PUBLIC, 'externalId'];

const dateView = (date: PartialDate | null) =>
  date === null ? null : { text: date.text, edtf: date.edtf, earliest: date.earliest, latest: date.latest };

function summaryView(summary: SoldierSummary) {
  const { name, names, sex, birthPlace, fate, rank, unit, camp, campNumber, burial, hasRelatives } = summary;
  return {
    name: name.full,
    names: names.map(({ full, documentType, count }) => ({ full, documentType, count })),
    sex,
    birth: dateView(summary.birth),
    birthPlace,
    rank,
    unit,
    divisionIds: summary.divisionIds,
    fate,
    fateDate: dateView(summary.fateDate),
    camp,
    campNumber,
    burial,
    hasRelatives,
  };
}

/** One row of a list: nothing that a visitor may not see, because a summary holds nothing of that kind. */
export function soldierItemView(soldier: Soldier) {
  return { id: soldier.id, ...summaryView(soldier.summary), example: soldier.example };
}

export function foundView({ soldier, score, why }: FoundSoldier) {
  return { ...soldierItemView(soldier), score, why };
}

/** What is told around the items of a search. */
export function searchView({ total, facets, understood, warnings, advice }: SearchResult) {
  const { name, parts, born, filters } = understood;
  return { total, facets, understood: { name, parts, born, filters }, warnings, advice };
}

function shownRow(written: MentionRow, full: boolean): MentionRow {
  if (full) return written;
  const entries = Object.entries(written).filter(([field]) => !NOT_FOR_EVERYBODY.some((hidden) => hidden === field));
  return Object.fromEntries(entries);
}

function originView(origin: MentionOrigin) {
  switch (origin.kind) {
    case 'import':
      return { kind: origin.kind, listId: origin.listId, partnerId: origin.partnerId, line: origin.line };
    case 'reference':
      return { kind: origin.kind, sources: origin.sources, confidence: origin.confidence };
    case 'volunteer':
      return { kind: origin.kind };
  }
}

type Beside = Pick<SoldierPage, 'full' | 'scans' | 'possibleSites'>;

function mentionView(mention: Mention, { full, scans, possibleSites }: Beside) {
  const { id, written, understood, origin, version, example, sensitive, createdAt, changedAt } = mention;
  const archive = archiveLabel(archiveReferenceOf(written));
  return {
    id,
    documentType: understood.documentType,
    archive: archive === '' ? null : archive,
    sourceUrl: written.sourceUrl ?? null,
    origin: originView(origin),
    written: shownRow(written, full),
    example,
    sensitive,
    version,
    scans: scans.filter(({ owner }) => owner.id === id).map(scanView),
    possibleSites: possibleSites
      .filter(({ mentionId }) => mentionId === id)
      .map(({ site }) => ({ id: site.id, names: site.names, country: site.country })),
    createdAt: createdAt.toISOString(),
    changedAt: changedAt.toISOString(),
  };
}

/** The memorial page as data: each fact with every value given for it and the mentions each rests on. */
export function soldierPageView({ soldier, mentions, ...beside }: SoldierPage) {
  return {
    id: soldier.id,
    state: soldier.state,
    ...summaryView(soldier.summary),
    facts: facts(mentions),
    mentions: mentions.map((mention) => mentionView(mention, beside)),
    example: soldier.example,
    version: soldier.version,
    changedAt: soldier.changedAt.toISOString(),
  };
}
