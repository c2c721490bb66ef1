import type { MemorialProps } from '../../client/pages/memorial-page.tsx';
import { dateText, dayText, yearText } from '../../client/parts/date-text.ts';
import { spellingLanguage } from '../../client/parts/letter-runs.ts';
import { safeHref } from '../../client/parts/safe-href.ts';
import { archiveLabel, archiveReferenceOf } from '../domain/archive-reference.ts';
import type { DivisionFact } from '../domain/division.ts';
import { explainedIn } from '../domain/explained-words.ts';
import type { BurialSite } from '../domain/known-burial-site.ts';
import type { Mention } from '../domain/mention.ts';
import type { RowField } from '../domain/row.ts';
import type { SoldierSummary } from '../domain/soldier.ts';
import { facts } from '../domain/soldier-facts.ts';
import { timeOfOrderedId } from '../ids.ts';
import type { SoldierPage } from '../soldiers/soldier-service.ts';
import { divisionPathView, type OnTheWay } from './division-path-view.ts';
import { explainedView, onceAPage } from './explained-view.ts';
import { type FactContext, factView, isShown } from './memorial-facts-view.ts';
import { coordinatesFact, visitOf } from './memorial-grave-view.ts';
import { headingForm, headingOf, kazakhOrFirst, otherScripts, writtenForm } from './memorial-names-view.ts';
import { documentWord, fateWord, type PageContext } from './page-words.ts';
import { personData } from './person-data-view.ts';
import { wayWith } from './way-with-division.ts';

const GRAVE_FIELDS: ReadonlySet<RowField> = new Set<RowField>([
  'burialCountry',
  'burialRegion',
  'burialPlace',
  'burialSite',
  'grave',
  'movedFrom',
]);

/** What is known around the papers: who decided, which addresses became this one, where he lies, whom he served with. */
export type MemorialSurroundings = {
  conclusion: string | null;
  /** When another address was last found to be the same man. */
  mergedAt: Date | null;
  site: BurialSite | null;
  division: DivisionFact | null;
  /** The names of the partners whose lists he stands in, by id. */
  partners: ReadonlyMap<string, string>;
};

/** The partners whose lists these papers are lines of. */
export function partnersOf({ mentions }: SoldierPage): string[] {
  return mentions.flatMap(({ origin }) => (origin.kind === 'import' ? [origin.partnerId] : []));
}

export type MemorialView = Omit<MemorialProps, 'say' | 'language' | 'publicUrl' | 'report' | 'family'>;

/** A soldier's page in the reader's words: every fact with each differing value and the papers it rests on. */
export function memorialView(
  { soldier, mentions }: SoldierPage,
  around: MemorialSurroundings,
  page: PageContext,
): MemorialView {
  const { summary, id } = soldier;
  const { say, language } = page;
  const known = facts(mentions).filter(isShown);
  const context: FactContext = { mentions, page, sex: summary.sex, once: onceAPage(), toldToday: new Set() };
  const heading = headingForm(summary, language);
  const life = known.filter((fact) => !GRAVE_FIELDS.has(fact.field)).map((fact) => factView(fact, context));
  const lies = known.filter((fact) => GRAVE_FIELDS.has(fact.field)).map((fact) => factView(fact, context));
  const grave = [...lies, ...coordinatesFact(mentions, around.site, page)];
  return {
    id,
    example: soldier.example ? 'person' : null,
    ...headingOf(heading),
    nameLang: spellingLanguage(heading.full, heading.documentType),
    scripts: otherScripts(summary, heading),
    life: lifeOf(summary, page),
    cameHome: summary.fate === 'survived',
    mergedNotice: around.mergedAt ? say('memorial.merged', { when: dayText(around.mergedAt, language) }) : null,
    forms: mentions.map((mention) => writtenForm(mention, kazakhOrFirst(summary), page)),
    facts: life,
    division: divisionOf(around.division, wayWith(summary, known), page),
    grave,
    visit: lies.length > 0 ? visitOf(around, page) : null,
    conclusion: around.conclusion,
    documents: mentions.map((mention, index) => ({
      anchor: `document-${index + 1}`,
      ...documentView(mention, context, around.partners),
    })),
    jsonLd: personData(id, summary, page),
  };
}

function divisionOf(division: DivisionFact | null, way: OnTheWay, page: PageContext): MemorialProps['division'] {
  if (division === null) return null;
  const path = divisionPathView(division, page, way);
  if (division.battles.length === 0 || path.stages.length === 0) return null;
  return {
    name: division.names[page.language],
    href: `/${page.language}/divisions/${division.id}`,
    path,
    note: way.until === null ? null : page.say('memorial.wayTillCapture'),
  };
}

function lifeOf(summary: SoldierSummary, { say, language }: PageContext): string {
  const born = summary.birth ? yearText(summary.birth) : null;
  const died = summary.fateDate ? dateText(summary.fateDate, language) : null;
  const years = born || died ? `${born ?? '?'} – ${died ?? '?'}. ` : '';
  const fate = fateWord(say, summary.fate ?? 'unknown', summary.sex);
  return `${years}${fate.charAt(0).toUpperCase()}${fate.slice(1)}.`;
}

type ImportOrigin = Extract<Mention['origin'], { kind: 'import' }>;

/**
 * Who sent the list, when, and which line of it. Not what the list is called: where a partner says nothing else that is the name of its
 * file, in which anybody may be named.
 */
function partnerText(
  { partnerId, importId, line }: ImportOrigin,
  partners: MemorialSurroundings['partners'],
  { say, language }: PageContext,
): string {
  const name = partners.get(partnerId);
  if (name === undefined) return say('memorial.fromPartner', { line: String(line) });
  const sent = timeOfOrderedId(importId);
  const from = [name, sent && dayText(sent, language)].filter(Boolean).join(', ');
  return say('memorial.fromPartnerNamed', { from, line: String(line) });
}

function documentView(
  mention: Mention,
  { page, once }: FactContext,
  partners: MemorialSurroundings['partners'],
): Omit<MemorialProps['documents'][number], 'anchor'> {
  const { say, labels, language } = page;
  const archive = archiveLabel(archiveReferenceOf(mention.written));
  const { origin, understood } = mention;
  const sources = origin.kind === 'reference' ? origin.sources : [];
  const where =
    origin.kind === 'import'
      ? partnerText(origin, partners, page)
      : sources.map(({ site, title }) => `${site}: ${labels.tell(title, language).text}`).join('; ');
  const text = [`${documentWord(say, understood.documentType)}.`, archive && `${archive}.`, where && `${where}.`]
    .filter(Boolean)
    .join(' ');
  const words = once([
    ...explainedIn('documentType', understood.documentType ?? ''),
    ...explainedIn('archive', mention.written.archive ?? ''),
  ]);
  return {
    text,
    href: safeHref(mention.written.sourceUrl ?? sources[0]?.url ?? null),
    words: explainedView(words, say),
  };
}
