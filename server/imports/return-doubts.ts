import { deskFindingMessages } from '../../client/messages/desk-findings.ts';
import { fieldMessages } from '../../client/messages/fields.ts';
import { returnMessages } from '../../client/messages/return-file.ts';
import { fill, type Language } from '../../client/messages/translate.ts';
import { contradictions } from '../domain/contradictions.ts';
import type { Finding } from '../domain/finding.ts';
import type { Mention } from '../domain/mention.ts';
import type { RowField } from '../domain/row.ts';
import { LIVING } from '../domain/search-request.ts';
import type { ImportProblem } from './import.ts';
import { type ImportReader, importProblemView } from './import-view.ts';
import { documentOf } from './return-words.ts';

/** What is known beside the row itself: its line's problems, public papers of the same man, and what the site noticed of him. */
export type DoubtSources = {
  problems: readonly ImportProblem[];
  others: readonly Mention[];
  /** All papers of the man are public, so that what was noticed over them may be told. */
  isOpen: boolean;
  findings: readonly Finding[];
  /** Addresses of the pages of men who may be the same. */
  perhapsSame: readonly string[];
};

/** Of the line, not of the man: nobody has to look anything up for these. */
const NO_DOUBT: ReadonlySet<string> = new Set(['duplicate', 'settled_taken', 'settled_dismissed']);
const LIVING_FIELDS: ReadonlySet<RowField> = new Set(LIVING);

function ofLine(problems: readonly ImportProblem[], reader: ImportReader): string[] {
  return problems
    .filter(({ field, rule }) => !NO_DOUBT.has(rule) && !(field !== null && LIVING_FIELDS.has(field)))
    .map((problem) => {
      const { text } = importProblemView(problem, reader);
      return problem.field === null ? text : `${fieldName(problem.field, reader.language)}: ${text}`;
    });
}

function fieldName(field: RowField, language: Language): string {
  return fill(fieldMessages[`field.${field}`], language);
}

function ofPapers(own: Mention, others: readonly Mention[], language: Language): string[] {
  return contradictions(own, others).map((found) => {
    const values = { field: fieldName(found.field, language), own: found.own, other: found.other };
    const document = documentOf(found.with.written);
    const key = document === '' ? 'import.return.differs' : 'import.return.differs_in';
    return fill(returnMessages[key], language, { ...values, document });
  });
}

/** What the site noticed of this one man over all his papers. */
function ofFinding({ kind, facts }: Finding, language: Language): string[] {
  const key = facts.problem === undefined ? `finding.${kind}` : `finding.${kind}.${facts.problem}`;
  const message = Object.entries(deskFindingMessages).find(([known]) => known === key)?.[1];
  return message === undefined ? [] : [fill(message, language, facts)];
}

const OF_ONE_MAN: readonly Finding['kind'][] = ['several_graves', 'death_off_path'];

/** What we doubt of one row, as sentences: what was not understood, what contradicts, who else may be the same man. */
export function doubtsOf(own: Mention, sources: DoubtSources, reader: ImportReader): string[] {
  const { language } = reader;
  const noticed = sources.isOpen ? sources.findings.filter(({ kind }) => OF_ONE_MAN.includes(kind)) : [];
  // What was noticed over a paper that is not public is told to nobody outside: neither that there is such a man.
  const pages = sources.isOpen ? sources.perhapsSame.join(', ') : '';
  return [
    ...ofLine(sources.problems, reader),
    ...ofPapers(own, sources.others, language),
    ...noticed.flatMap((finding) => ofFinding(finding, language)),
    ...(pages === '' ? [] : [fill(returnMessages['import.return.perhaps_same'], language, { pages })]),
  ];
}
