import type { MemorialProps, WrittenForm } from '../../client/pages/memorial-page.tsx';
import { dateText, yearText } from '../../client/parts/date-text.ts';
import type { Fact as ShownFact } from '../../client/parts/facts.tsx';
import { letterDifference, spellingLanguage } from '../../client/parts/letter-runs.ts';
import type { MessageKey } from '../../client/parts/say.ts';
import { archiveLabel, archiveReferenceOf } from '../domain/archive-reference.ts';
import type { Mention } from '../domain/mention.ts';
import type { NameForm, SoldierSummary } from '../domain/soldier.ts';
import { type Fact, facts } from '../domain/soldier-facts.ts';
import type { SoldierPage } from '../soldiers/soldier-service.ts';
import { burialLine, countryName, documentWord, fateWord, type PageContext } from './page-words.ts';

const graveFields = new Set([
  'burialCountry',
  'burialRegion',
  'burialPlace',
  'burialSite',
  'grave',
  'burialLatitude',
  'burialLongitude',
  'movedFrom',
]);

/** Which of the page's words names a fact. */
const terms: Record<string, MessageKey> = {
  birthDate: 'fact.birth',
  birthPlace: 'fact.birthPlace',
  residence: 'fact.residence',
  conscriptionDate: 'fact.conscription',
  conscriptionPlace: 'fact.conscriptionPlace',
  rank: 'fact.rank',
  unit: 'fact.unit',
  captureDate: 'fact.capture',
  capturePlace: 'fact.capturePlace',
  camp: 'fact.camp',
  campNumber: 'fact.campNumber',
  hospital: 'fact.hospital',
  fate: 'fact.fate',
  fateDate: 'fact.fateDate',
  fatePlace: 'fact.fatePlace',
  nationality: 'fact.nationality',
  burialCountry: 'fact.burialCountry',
  burialRegion: 'fact.burialRegion',
  burialPlace: 'fact.burialPlace',
  burialSite: 'fact.burialSite',
  grave: 'fact.grave',
  burialLatitude: 'fact.coordinates',
  movedFrom: 'fact.movedFrom',
};

export type MemorialView = Omit<MemorialProps, 'say' | 'language' | 'publicUrl'>;

/** A soldier's page in the reader's words: every fact with each differing value and the papers it rests on. */
export function memorialView(
  { soldier, mentions }: SoldierPage,
  conclusion: string | null,
  page: PageContext,
): MemorialView {
  const { summary } = soldier;
  const known = facts(mentions).filter((fact) => terms[fact.field] !== undefined);
  const heading = headingOf(summary);
  return {
    id: soldier.id,
    example: soldier.example ? 'person' : null,
    ...heading,
    nameLang: spellingLanguage(summary.name.full, summary.name.documentType),
    scripts: otherScripts(summary),
    life: lifeOf(summary, page),
    mergedNotice: null,
    forms: mentions.map((mention) => formOf(mention, kazakhOrFirst(summary), page)),
    facts: known.filter((fact) => !graveFields.has(fact.field)).map((fact) => factView(fact, mentions, page)),
    grave: known.filter((fact) => graveFields.has(fact.field)).map((fact) => factView(fact, mentions, page)),
    siteHref: summary.burial?.siteId ? `/${page.language}/burial-sites/${summary.burial.siteId}` : null,
    conclusion,
    documents: mentions.map((mention, index) => ({ anchor: `document-${index + 1}`, ...documentView(mention, page) })),
    jsonLd: jsonLdOf(soldier.id, summary, page),
  };
}

function headingOf({ name }: SoldierSummary): { familyName: string; givenNames: string } {
  if (!name.familyName) return { familyName: name.full, givenNames: '' };
  return { familyName: name.familyName, givenNames: [name.givenName, name.patronymic].filter(Boolean).join(' ') };
}

/** The Kazakh form, where a paper has one: the other spellings are shown against it. */
function kazakhOrFirst({ name, names }: SoldierSummary): NameForm {
  return names.find((form) => spellingLanguage(form.full) === 'kk') ?? name;
}

function otherScripts(summary: SoldierSummary): MemorialView['scripts'] {
  const shown = spellingLanguage(summary.name.full);
  const others = new Map<string, string>();
  for (const form of summary.names) {
    const lang = spellingLanguage(form.full, form.documentType);
    if (lang !== shown && (lang === 'kk' || lang === 'ru' || lang === 'kk-Latn') && !others.has(lang))
      others.set(lang, form.full);
  }
  return [...others].map(([lang, text]) => ({ lang, text }));
}

function lifeOf(summary: SoldierSummary, { say, language }: PageContext): string {
  const born = summary.birth ? yearText(summary.birth) : null;
  const died = summary.fateDate ? dateText(summary.fateDate, language) : null;
  const years = born || died ? `${born ?? '?'} – ${died ?? '?'}. ` : '';
  const fate = summary.fate ? fateWord(say, summary.fate) : fateWord(say, 'unknown');
  return `${years}${fate.charAt(0).toUpperCase()}${fate.slice(1)}.`;
}

function formOf(mention: Mention, reference: NameForm, { say }: PageContext): WrittenForm {
  const { fullName, documentType } = mention.understood;
  const { runs, changes } = letterDifference(reference.full, fullName);
  const arabic = /\p{Script=Arabic}/u.test(fullName);
  return {
    document: documentWord(say, documentType),
    // Another script altogether differs in every letter: marking them all would say nothing.
    runs: arabic ? [{ text: fullName, marked: false }] : runs,
    lang: spellingLanguage(fullName, documentType),
    changes: arabic
      ? ''
      : changes
          .slice(0, 8)
          .map(({ from, to }) => changeText(from, to))
          .join(', '),
  };
}

function changeText(from: string, to: string): string {
  if (from.trim() === '') return `+ ${to.trim()}`;
  return to.trim() === '' ? `− ${from.trim()}` : `${from} → ${to}`;
}

function factView(fact: Fact, mentions: readonly Mention[], page: PageContext): ShownFact {
  const values = fact.values.map((value) => ({
    text: factText(fact.field, value.written, value.understood, page),
    sources: value.mentionIds.map((id) => sourceOf(mentions, id, page)),
  }));
  return { term: page.say(terms[fact.field] ?? 'fact.notes'), values };
}

function factText(field: string, written: string, understood: string | null, { say, language }: PageContext): string {
  if (field === 'fate' && understood) return fateWord(say, understood);
  if (field === 'burialCountry' && understood) return countryName(understood, language);
  return written;
}

function sourceOf(mentions: readonly Mention[], id: string, { say }: PageContext): { label: string; href: string } {
  const index = mentions.findIndex((mention) => mention.id === id);
  return { label: documentWord(say, mentions[index]?.understood.documentType), href: `#document-${index + 1}` };
}

function documentView(mention: Mention, { say }: PageContext): { text: string; href: string | null } {
  const archive = archiveLabel(archiveReferenceOf(mention.written));
  const { origin } = mention;
  const sources = origin.kind === 'reference' ? origin.sources : [];
  const where =
    origin.kind === 'import'
      ? say('memorial.fromPartner', { line: String(origin.line) })
      : sources.map(({ site, title }) => `${site}: ${title}`).join('; ');
  const text = [
    `${documentWord(say, mention.understood.documentType)}.`,
    archive && `${archive}.`,
    where && `${where}.`,
  ]
    .filter(Boolean)
    .join(' ');
  return { text, href: safeHref(mention.written.sourceUrl ?? sources[0]?.url ?? null) };
}

/** Only web addresses become links: a list may hold anything. */
function safeHref(url: string | null): string | null {
  return url && /^https?:\/\//i.test(url) ? url : null;
}

function jsonLdOf(id: string, summary: SoldierSummary, { publicUrl, language }: PageContext): string {
  const { name, names, birth, fateDate, birthPlace } = summary;
  const data = {
    '@context': 'https://schema.org',
    '@type': 'Person',
    '@id': `${publicUrl}/${language}/soldiers/${id}`,
    name: name.full,
    alternateName: names.map((form) => form.full).filter((full) => full !== name.full),
    familyName: name.familyName ?? undefined,
    givenName: name.givenName ?? undefined,
    additionalName: name.patronymic ?? undefined,
    birthDate: isoDate(birth),
    deathDate:
      summary.fate &&
      ['killed', 'died', 'died_of_wounds', 'died_of_illness', 'died_in_captivity', 'other_death'].includes(summary.fate)
        ? isoDate(fateDate)
        : undefined,
    birthPlace: birthPlace ?? undefined,
    deathPlace: burialLine(summary.burial, language) ?? undefined,
  };
  return JSON.stringify(data).replace(/</g, '\\u003c');
}

function isoDate(date: SoldierSummary['birth']): string | undefined {
  if (date?.kind !== 'exact' || !date.earliest) return undefined;
  return {
    day: date.earliest,
    month: date.earliest.slice(0, 7),
    year: date.earliest.slice(0, 4),
    range: undefined,
    open: undefined,
    none: undefined,
  }[date.precision];
}
