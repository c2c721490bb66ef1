import type { KinProps } from '../../client/pages/kin-page.tsx';
import type { MeetingProps } from '../../client/pages/meeting-page.tsx';
import { spellingLanguage } from '../../client/parts/letter-runs.ts';
import type { MessageKey } from '../../client/parts/say.ts';
import { drawForDesk } from '../domain/soldier.ts';
import type { FamilyMeeting } from '../requests/meeting-service.ts';
import type { SoldierPage } from '../soldiers/soldier-service.ts';
import { memorialView } from './memorial-page-view.ts';
import type { PageContext } from './page-words.ts';

type KinView = Pick<KinProps, 'example' | 'name' | 'nameLang' | 'hard' | 'facts' | 'documents' | 'publicHref'>;

const NOTHING_AROUND = { conclusion: null, mergedAt: null, site: null, division: null } as const;

/** Everything his papers say, the painful ones too, in the words of the memorial page. */
export function kinView(found: SoldierPage, partners: ReadonlyMap<string, string>, page: PageContext): KinView {
  const { soldier, mentions } = found;
  const { facts, grave, documents } = memorialView(found, { ...NOTHING_AROUND, partners }, page);
  const name = drawForDesk(mentions).name.full;
  return {
    example: soldier.example ? 'person' : page.demo ? 'site' : null,
    name,
    nameLang: spellingLanguage(name),
    hard: mentions.some((mention) => mention.sensitive),
    facts: [...facts, ...grave],
    documents: documents.map(({ anchor, text, href }) => ({ anchor, text, href })),
    publicHref: soldier.restricted ? null : `/${page.language}/soldiers/${soldier.id}`,
  };
}

/** What the family said, and whom it met. A relation it chose from the list is said in the reader's language. */
export function meetingPageView(
  { asked, others }: FamilyMeeting,
  { say }: PageContext,
): Pick<MeetingProps, 'answer' | 'others'> {
  const inWords = (relation: string): string => {
    const key = `relation.${relation}` as MessageKey;
    const said = say(key);
    return said === key ? relation : said;
  };
  const shown = others.map(({ name, relation, email, phone }) => ({ name, relation: inWords(relation), email, phone }));
  return { answer: asked?.answer ?? null, others: shown };
}

/** Something that waits for this family on a page of its own. */
export type Call = { title: string; text: string; href: string };

/** Shown at the head of the status page: a question about meeting others, or the contact of those it met. */
export function meetingCall({ asked, others }: FamilyMeeting, code: string, { say, language }: PageContext): Call[] {
  const href = `/${language}/requests/${code}/meeting`;
  if (others.length > 0) return [{ title: say('meeting.others'), text: say('meeting.openOthers'), href }];
  return asked === null ? [] : [{ title: say('meeting.title'), text: say('meeting.open'), href }];
}
