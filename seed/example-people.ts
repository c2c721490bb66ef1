import { existsSync, readFileSync } from 'node:fs';
import { isRequestStatus, type RequestStatus } from '../server/domain/request-states.ts';
import { type MentionRow, tidyRow } from '../server/domain/row.ts';

/**
 * Invented people and requests for the demo, in all the spellings the site is about: the Kazakh form, what a Russian
 * clerk heard, what a camp clerk wrote of that, the genitive of a cemetery book, Arabic script. Nobody of them lived.
 * Whatever is made of them carries `example: true`, and every page that shows it says so.
 */

/** One invented document line. */
export type ExampleMention = {
  /** Stable: the demo may be filled again and keeps what was entered. */
  id: string;
  /** The invented man behind it: the truth, for checking how well the documents are found to be one man's. */
  person: string;
  /** Whether people have already put this document to the person; the others stand alone, as they come from a list. */
  linked: boolean;
  example: true;
  row: MentionRow;
};

export type ExampleRequest = {
  id: string;
  example: true;
  status: RequestStatus;
  language: 'kk' | 'ru';
  soldier: MentionRow;
  letter: string;
  applicant: { name: string; relation: string; email: string | null; phone: string | null };
  /** The person a document of whom is being checked or was found; null where the search is open. */
  soldierPerson: string | null;
};

/** The archive that does not exist, and its holding: what stands in them was never written. */
export const EXAMPLE_ARCHIVE = { archive: 'Архив-образец', fond: '00' } as const;

/** Searches worth trying first: one man in six spellings. */
export const EXAMPLE_SEARCHES = [
  'Қайырбеков',
  'Каирбеков',
  'Kairbekow',
  'Kajrbekowa',
  'Qaiyrbekov',
  'قايىربەكوۆ',
] as const;

const FOLDERS = [new URL('./examples/', import.meta.url), new URL('../../seed/examples/', import.meta.url)];

function readExamples<Content>(name: string): Content {
  const folder = FOLDERS.find((candidate) => existsSync(new URL(name, candidate)));
  if (folder === undefined) throw new Error(`The examples are incomplete: ${name} is missing from seed/examples`);
  return JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Content;
}

type PeopleFile = { people: { person: string; mentions: { linked: boolean; row: Record<string, string> }[] }[] };
type RequestsFile = {
  requests: (Omit<ExampleRequest, 'example' | 'soldier' | 'status'> & {
    status: string;
    soldier: Record<string, string>;
  })[];
};

/** All invented document lines, those of one person together. */
export function loadExampleMentions(): ExampleMention[] {
  return readExamples<PeopleFile>('people.json').people.flatMap(({ person, mentions }) =>
    mentions.map(({ linked, row }, index) => {
      const id = `example-${person}-${index + 1}`;
      return {
        id,
        person,
        linked,
        example: true as const,
        row: tidyRow({ ...row, ...EXAMPLE_ARCHIVE, externalId: id }),
      };
    }),
  );
}

/** The lines that are one soldier's page from the start: those linked by people together, every other one alone. */
export function groupExampleMentions(mentions: readonly ExampleMention[]): ExampleMention[][] {
  const linked = new Map<string, ExampleMention[]>();
  const alone: ExampleMention[][] = [];
  for (const mention of mentions) {
    if (!mention.linked) alone.push([mention]);
    else linked.set(mention.person, [...(linked.get(mention.person) ?? []), mention]);
  }
  return [...linked.values(), ...alone];
}

/** The invented requests, in different states. */
export function loadExampleRequests(): ExampleRequest[] {
  return readExamples<RequestsFile>('requests.json').requests.map((request) => {
    if (!isRequestStatus(request.status)) throw new Error(`No such state of a request: ${request.status}`);
    return { ...request, status: request.status, example: true as const, soldier: tidyRow(request.soldier) };
  });
}
