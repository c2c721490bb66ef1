import type { StatusProps, Step } from '../../client/pages/status-page.tsx';
import { dayText } from '../../client/parts/date-text.ts';
import { type Fact, plainFact } from '../../client/parts/facts.tsx';
import type { MessageKey, Say } from '../../client/parts/say.ts';
import type { RowField } from '../domain/row.ts';
import type { FamilyCase } from '../requests/request-service.ts';
import type { RequestStatusView } from '../requests/request-view.ts';
import type { PageContext } from './page-words.ts';

export type StatusView = Omit<
  StatusProps,
  'say' | 'language' | 'publicUrl' | 'justSent' | 'notice' | 'code' | 'calls' | 'phone'
>;

type OwnCase = Pick<FamilyCase, 'files' | 'request'>;

/**
 * `hardNews`: his papers hold what only kin may see, and the address leads to a page of theirs. `fateOpen`: no paper says
 * what became of him. `lookAgain`: a second person did not agree with a conclusion. `held`: somebody at the desk has it now.
 */
type Told = RequestStatusView & { hardNews?: boolean; fateOpen?: boolean; lookAgain?: boolean; held?: boolean };

/** The request's way so far and the step it is at, told plainly. Only what has happened is told as done. */
export function statusPageView(status: Told, { files, request }: OwnCase, page: PageContext): StatusView {
  const { say, language } = page;
  return {
    example: status.example ? 'person' : page.demo ? 'site' : null,
    number: status.number,
    soldier: status.soldier,
    wrote: wroteOf(request, page),
    steps: [receivedStep(status, page), ...endingSteps(status, page), ...stepsOf(status, page)],
    question: status.question ? { id: status.question.id, text: status.question.text } : null,
    letters: status.messages.map(({ id, direction, text, at }) => {
      const when = dayText(new Date(at), language);
      return { id, text, by: say(direction === 'to_family' ? 'status.fromUs' : 'status.fromYou', { when }) };
    }),
    files: files.map(({ id, kind }, index) => {
      const picture = kind === 'picture';
      return { id, picture, name: say(picture ? 'status.picture' : 'status.paper', { number: String(index + 1) }) };
    }),
    mail: status.mail,
    searches: status.searches.map(({ where, at, hits }) => ({
      where,
      when: dayText(new Date(at), language),
      result: hits > 0 ? say('status.hits', { count: hits }) : say('status.noHits'),
    })),
    open: status.open,
  };
}

/** What the family may have told, in the order of the form, and what it is called. */
const WROTE: readonly [RowField, MessageKey][] = [
  ['birthDate', 'fact.birth'],
  ['birthPlace', 'fact.birthPlace'],
  ['residence', 'fact.residence'],
  ['conscriptionDate', 'fact.conscription'],
  ['conscriptionPlace', 'request.called'],
  ['rank', 'fact.rank'],
  ['unit', 'fact.unit'],
  ['camp', 'fact.camp'],
  ['campNumber', 'fact.campNumber'],
  ['relatives', 'request.relatives'],
  ['notes', 'fact.notes'],
];

/** As it was written, to whoever has the code; of a withdrawn request nothing is kept to show. */
function wroteOf({ soldier, letter, status }: OwnCase['request'], { say }: PageContext): Fact[] {
  if (status === 'withdrawn') return [];
  const told = WROTE.flatMap(([field, term]) => plainFact(say(term), soldier[field]));
  return [...told, ...plainFact(say('request.lastLetter'), letter)];
}

function receivedStep(status: RequestStatusView, { say, language }: PageContext): Step {
  const when = `${dayText(new Date(status.receivedAt), language)}.`;
  // Of a request that was withdrawn before, nothing is compared any more.
  const matching = status.status === 'withdrawn' ? [] : [say('status.matchingNow')];
  const matched = status.matchedAt ? [say('status.matchedNow')] : matching;
  const waiting = status.status === 'received' && status.before !== null ? [placeInQueue(status.before, say)] : [];
  const state = status.status === 'received' ? 'now' : 'done';
  return { state, title: say('status.received'), text: [when, ...matched, ...waiting] };
}

function placeInQueue(before: number, say: Say): string {
  return before === 0 ? say('status.firstInQueue') : say('status.waitingVolunteer', { count: before });
}

/**
 * A conclusion that was told does not vanish: the family reads when it no longer held, and what that means; of several of one kind
 * on one day, once.
 */
function endingSteps({ takenBack, replaced }: Told, { say, language }: PageContext): Step[] {
  const ends = [
    ...takenBack.map((at) => ({ at, title: 'status.takenBack', text: 'status.takenBackText' }) as const),
    ...replaced.map((at) => ({ at, title: 'status.replaced', text: 'status.replacedText' }) as const),
  ].sort((a, b) => (a.at < b.at ? -1 : 1));
  const steps = ends.map(({ at, title, text }) => {
    return { title: say(title), text: say(text, { when: dayText(new Date(at), language) }) };
  });
  const told = new Map(steps.map((step) => [step.text, step]));
  return [...told.values()].map(({ title, text }) => ({ state: 'done', title, text: [text] }));
}

function stepsOf(status: Told, page: PageContext): Step[] {
  const { say } = page;
  const searching: Step = { state: 'done', title: say('status.searchBegun'), text: [] };
  const conclusion: Step = { state: 'later', title: say('status.next'), text: [say('status.nextText')] };
  switch (status.status) {
    case 'received':
      return [conclusion];
    case 'searching':
      if (status.lookAgain) return [searching, lookAgainStep(say), conclusion];
      return [now(say('status.searching'), say(searchingWords(status))), conclusion];
    case 'waiting_for_family':
      return [searching, now(say('status.waiting'), say('status.waitingText')), conclusion];
    case 'checking_document':
      return [searching, checkingStep(status, say), conclusion];
    case 'nothing_found':
      return [searching, now(say('status.nothing'), say('status.nothingText'))];
    case 'identified':
      return [searching, identifiedStep(status, page)];
    case 'withdrawn':
      return [now(say('status.withdrawn'), say('status.withdrawnText'))];
    case 'closed':
      return [searching, now(say('status.closed'), say('status.closedText'))];
  }
}

/** What nobody has taken is not being checked: a document waits to be. */
function checkingStep({ secondLook, lookAgain, held }: Told, say: Say): Step {
  if (secondLook) return now(say('status.checkingConclusion'), say('status.secondLook'));
  if (lookAgain) return lookAgainStep(say);
  if (!held) return now(say('status.toCheck'), say('status.toCheckText'));
  return now(say('status.checking'), say('status.checkingText'));
}

/** After an objection it is no new document that waits: the same conclusion is looked at once more. */
function lookAgainStep(say: Say): Step {
  return now(say('status.lookAgainTitle'), say('status.lookAgain'));
}

/** When her time ran out, nobody need have taken the request again. */
function searchingWords({ held }: Told): MessageKey {
  return held ? 'status.searchingText' : 'status.searchingFree';
}

function now(title: string, text: string): Step {
  return { state: 'now', title, text: [text] };
}

function identifiedStep(told: Told, { say, language }: PageContext): Step {
  const { memorialUrl, hardNews } = told;
  const step = now(...conclusionWords(told, say));
  if (!memorialUrl) return step;
  if (hardNews) {
    const link = { text: say('kin.open'), href: memorialUrl };
    return { ...step, text: [...step.text, say('kin.hard')], link };
  }
  // The page opens in the language she reads now, which may not be the one she wrote in.
  const href = memorialUrl.replace(/^\/(kk|ru|en)\//, `/${language}/`);
  return { ...step, link: { text: say('status.openMemorial'), href } };
}

/** "Established" is said of a proven conclusion only; a probable or possible one says so in its first word. */
function conclusionWords({ evidenceLevel: level, fateOpen }: Told, say: Say): [title: string, text: string] {
  // Of a man who is missing it is proven who he is; what became of him is not.
  if (level === 'A' && fateOpen) return [say('status.identifiedOpen'), say('status.identifiedOpenText')];
  if (level === 'A') return [say('status.identified'), say('status.identifiedText')];
  if (level === 'C') return [say('status.identifiedC'), say('status.identifiedCText')];
  return [say('status.identifiedB'), say('status.identifiedBText')];
}
