import type { Site } from '../server/compose.ts';
import type { Actor } from '../server/domain/roles.ts';
import type { MentionRow } from '../server/domain/row.ts';
import { addressIn, outbox } from './letters.ts';

type Target = Pick<Site, 'services' | 'config'>;

const FIRST: Actor = { id: 'first-volunteer', role: 'volunteer' };
const SECOND: Actor = { id: 'second-volunteer', role: 'volunteer' };
const COORDINATOR: Actor = { id: 'coordinator', role: 'coordinator' };

const MAN: MentionRow = { familyName: 'Бетбеков', givenName: 'Үлгі', birthDate: '1913', fate: 'пропал без вести' };
/** A paper that only confirmed kin may read. */
const HARD: MentionRow = { ...MAN, fate: 'расстрелян' };

/** One address of each kind of page that is a family's own, or that somebody took back, without its language. */
export async function familyPages(target: Target): Promise<Record<string, string>> {
  const soldierId = await soldier(target, 'family-page-man', [MAN, HARD]);
  const [status, meeting, withdrawn, memories] = [
    await toldHardNews(target, soldierId),
    await introduced(target),
    await withdrawnRequest(target),
    await ownWords(target, soldierId),
  ];
  return {
    'code looked up': '/requests',
    'hard news': `/requests/${status}`,
    'for kin alone': `/requests/${status}/soldier`,
    'families meet': `/requests/${meeting}/meeting`,
    'withdrawn request': `/requests/${withdrawn}`,
    'words of a family': `/soldiers/${soldierId}/memories`,
    'own words': `/memories/${memories}`,
    'letters confirmed': await confirmAddress(target, status),
    'letters ended': `/mail/stop/${status}`,
    'withdrawn papers': `/soldiers/${await withdrawnSoldier(target)}`,
  };
}

async function soldier({ services }: Target, id: string, rows: MentionRow[]): Promise<string> {
  const origin = { kind: 'volunteer', userId: 'operator', requestId: null } as const;
  const mentions = rows.map((written, index) => ({
    id: `${id}-${index}`,
    origin,
    written,
    understood: services.understand(written),
    sensitive: written === HARD,
    example: true,
    soldierId: id,
  }));
  await services.mentions.addMentions(mentions);
  return id;
}

/** Returns the code of the request. The same name gives the same request again. */
async function ask({ services }: Target, name: string): Promise<string> {
  const applicant = { name: 'Мысал', relation: 'son', email: null, phone: '+7 700 000 00 05' };
  const form = { soldier: MAN, applicant, letter: null, language: 'kk', consent: true } as const;
  return (await services.requests.submit({ ...form, token: `family page: ${name}` }, [], null)).code;
}

const versionOf = async ({ services }: Target, code: string) => {
  const { request } = await services.requests.open(code);
  return { id: request.id, version: request.version };
};

/** Two people agreed who he is, and one of his papers hurts. */
async function toldHardNews(target: Target, soldierId: string): Promise<string> {
  const code = await ask(target, 'hard news');
  const { decisions } = target.services;
  const same = { soldierId, verdict: 'same', reason: 'documents agree', evidenceLevel: 'B' } as const;
  const { decision } = await decisions.decide(FIRST, await versionOf(target, code), same);
  await decisions.confirm(SECOND, await versionOf(target, code), decision.id);
  return code;
}

/** Two families of one man that agreed to meet; each sees how to reach the other. */
async function introduced(target: Target): Promise<string> {
  const { gatherings, meetings } = target.services;
  const [one, two] = [await ask(target, 'one of two'), await ask(target, 'two of two')];
  const { id: withId } = await versionOf(target, one);
  await gatherings.gather(FIRST, await versionOf(target, two), { withId, reason: 'one father' });
  await gatherings.askToMeet(COORDINATOR, await versionOf(target, one));
  for (const code of [one, two]) await meetings.answer(code, 'yes');
  await gatherings.introduce(COORDINATOR, await versionOf(target, one));
  return one;
}

async function withdrawnRequest(target: Target): Promise<string> {
  const code = await ask(target, 'withdrawn');
  await target.services.requests.withdraw(code);
  return code;
}

async function ownWords({ services }: Target, soldierId: string): Promise<string> {
  const giver = { name: 'Мысал', contact: null };
  const memory = { words: 'Ол домбыра тартқан.', relation: 'daughter', language: 'kk', consent: true, giver } as const;
  return (await services.memories.leave(soldierId, { ...memory, token: 'family page: own words' }, [])).code;
}

async function confirmAddress({ services, config }: Target, code: string): Promise<string> {
  const email = 'family.page@example.net';
  await services.requests.askForMail(code, email);
  await services.mail.go();
  const letter = (await outbox(config.dataDir)).find(({ to }) => to === email);
  return addressIn(letter?.text ?? '', 'mail/confirm').replace(/^\/(?:kk|ru|en)/, '');
}

async function withdrawnSoldier(target: Target): Promise<string> {
  const id = await soldier(target, 'family-page-gone', [{ familyName: 'Бетбеков', givenName: 'Қайтқан' }]);
  await target.services.mentions.withdrawMentions(['family-page-gone-0']);
  return id;
}
