import { expect } from 'chai';
import { type ComponentType, h } from 'preact';
import { LocationProvider } from 'preact-iso';
import { renderToString } from 'preact-render-to-string';
import { FindingRow } from '../../client/desk/findings/finding-row.tsx';
import { Changes } from '../../client/desk/home/changes.tsx';
import { Decide } from '../../client/desk/requests/decide.tsx';
import { Doubt } from '../../client/desk/requests/doubt.tsx';
import { RequestView } from '../../client/desk/requests/request-view.tsx';
import type { CandidateItem, DecisionItem, RequestDetail } from '../../client/desk/requests/shapes.ts';
import { sayOnDesk } from '../../client/desk/say-on-desk.ts';
import { type Session, SessionContext } from '../../client/desk/session.tsx';

const ANNA = { id: 'anna', name: 'Anna' };
const BOLAT = { id: 'bolat', name: 'Bolat' };
const say = sayOnDesk('ru');
const WHY = 'отец другой';

const decision = (over: Partial<DecisionItem> = {}): DecisionItem => ({
  id: 'd1',
  soldierId: 's1',
  soldierName: 'Каирбеков Сейткали',
  verdict: 'same',
  reason: 'одно село',
  evidenceLevel: 'A',
  evidence: [],
  probability: 0.49,
  by: ANNA,
  at: '2026-03-01T09:00:00.000Z',
  confirmedBy: null,
  objection: null,
  formerObjections: [],
  withdrawnBy: null,
  withdrawnAt: null,
  withdrawnReason: null,
  ...over,
});

const request = (over: Partial<RequestDetail> = {}): RequestDetail => ({
  id: 'r1',
  number: 7,
  status: 'searching',
  name: 'Қайырбеков Сейітқали',
  assignee: null,
  leaseUntil: null,
  freshCandidates: 0,
  bestProbability: null,
  secondLook: false,
  evidenceLevel: null,
  since: '2026-03-01T09:00:00.000Z',
  families: 1,
  createdAt: '2026-03-01T09:00:00.000Z',
  example: false,
  soldier: {},
  letter: null,
  language: 'ru',
  relation: null,
  about: null,
  files: [],
  decisions: [],
  notes: [],
  messages: [],
  searches: [],
  matchedAt: null,
  gathered: null,
  ...over,
});

/** A part of the desk as its reader first sees it. */
function drawn<Props extends object>(part: ComponentType<Props>, props: Props, user = BOLAT): string {
  const reader = { id: user.id, displayName: user.name, email: 'a@example.org', role: 'volunteer' } as const;
  const nothing = async () => undefined;
  const session: Session = {
    user: reader,
    language: 'ru',
    say,
    setLanguage: () => undefined,
    signIn: nothing,
    signOut: nothing,
    unreachable: null,
    ranOut: false,
  };
  const place = { url: '/desk', path: '/desk', query: {}, pathParams: {}, searchParams: {}, route: () => undefined };
  const inside = h(SessionContext.Provider, { value: session }, h<Props>(part, props));
  return renderToString(h(LocationProvider.ctx.Provider, { value: place as never }, inside));
}

const opened = (over: Partial<RequestDetail>): string =>
  drawn(RequestView, { request: request(over), turn: 1, busy: false, act: async () => null });

describe('A request whose decision a second person does not agree with', () => {
  const objection = { by: BOLAT, at: '2026-03-01T10:00:00.000Z', reason: WHY };
  const told = say('decide.disputed', { reason: WHY });

  it('says so by its title, before any candidate, and in the title of the decisions', () => {
    const page = opened({ decisions: [decision({ objection })] });
    expect(page).to.include(told);
    expect(page.indexOf(told)).to.be.greaterThan(page.indexOf('</h1>'));
    expect(page.indexOf(told)).to.be.lessThan(page.indexOf('<h2'));
    expect(page).to.match(new RegExp(`<h2 id="decisions"[^>]*>${say('decide.madeDisputed')}</h2>`));
  });

  it('says it no longer once the decision is taken back, answered by another, or the request is over', () => {
    const disputed = decision({ objection });
    const anew = decision({ id: 'd2', at: '2026-03-01T11:00:00.000Z' });
    expect(opened({ decisions: [disputed, decision({ id: 'd2', verdict: 'unsure', at: anew.at })] })).to.include(told);
    expect(opened({ decisions: [disputed, anew] })).not.to.include(told);
    expect(opened({ decisions: [disputed], status: 'closed' })).not.to.include(told);
    const withdrawn = decision({ objection, withdrawnAt: anew.at, withdrawnBy: ANNA });
    const page = opened({ decisions: [withdrawn] });
    expect(page).not.to.include(told);
    expect(page).to.include(`>${say('decide.made')}</h2>`);
  });
});

describe('A decision that the numbers speak against', () => {
  const man = (soldierId: string, name: string, probability: number): CandidateItem => ({
    soldierId,
    name,
    probability,
    life: '',
    restricted: false,
    band: 'possible',
    evidence: [],
    fresh: false,
  });
  const chosen = man('s1', 'Каирбеков Сейткали', 0.49);
  const other = man('s2', 'Каирбеков Сеит', 0.51);
  const likelier = say('doubt.likelier', { name: other.name, other: '0,51', own: '0,49' });
  const doubt = (level: DecisionItem['evidenceLevel'], probability: number | null, others = [other]) =>
    drawn(Doubt, { of: { soldierId: 's1', probability }, level, candidates: [chosen, ...others] });

  it('is made knowing it: another is likelier, with both probabilities and what the level means', () => {
    const work = { request: request({ assignee: BOLAT }), turn: 1, busy: false, act: async () => null };
    const form = drawn(Decide, { ...work, chosen, candidates: [other, chosen] });
    expect(form).to.include(likelier).and.to.include(say('doubt.levelB'));
    expect(form.indexOf(likelier)).to.be.lessThan(form.indexOf(`${say('decide.same')} <kbd>`));
    expect(doubt('A', 0.49)).to.include(`${likelier} ${say('doubt.levelA')}`);
  });

  it('is made knowing it where nobody is likelier, but he is below the line', () => {
    expect(doubt('B', 0.6, [])).to.include(say('doubt.low', { own: '0,60', band: say('band.likely') }));
    expect(doubt('B', 0.95, [])).to.equal('');
  });

  it('is asked nothing on level C, of one who leads, and of one who never competed', () => {
    expect([doubt('C', 0.49), doubt('A', 0.97), doubt('A', null)]).to.deep.equal(['', '', '']);
  });

  it('is shown to the second person with the same words', () => {
    const page = opened({ secondLook: true, decisions: [decision({ evidenceLevel: 'A' })] });
    const low = say('doubt.low', { own: '0,49', band: say('band.likely') });
    expect(page).to.include(`${low} ${say('doubt.levelA')}`);
    expect(page.indexOf(low)).to.be.lessThan(page.indexOf(`>${say('decide.confirm')}</button>`));
  });
});

describe('A finding at the desk', () => {
  const soldier = { name: 'Каирбеков', life: '', birthPlace: null, fate: null, burial: null };
  const soldiers = [
    { ...soldier, id: 's1' },
    { ...soldier, id: 's2' },
  ];
  const row = (kind: 'same_person' | 'several_graves'): string => {
    const item = { id: 'f1', kind, soldiers, siteId: null, probability: 0.9, evidence: [], facts: {} };
    return drawn(FindingRow, { item, over: () => undefined });
  };

  it('of two who may be one man is answered by "different men", not by "all is well"', () => {
    expect(row('same_person')).to.include('Это разные люди').and.not.to.include('Здесь всё в порядке');
    expect(row('several_graves')).to.include('Здесь всё в порядке').and.not.to.include('Это разные люди');
  });

  it('is compared by one link', () => {
    expect(row('same_person').match(/Сравнить/g)).to.have.length(1);
  });
});

describe('What changed after one’s own step', () => {
  const at = '2026-03-01T09:00:00.000Z';
  const change = (what: string) => ({ what, by: null, at });
  const told = (...changes: string[]): string =>
    drawn(Changes, { item: request({ status: 'identified', evidenceLevel: 'A' }), changes: changes.map(change) });

  it('names the state that the request moved to, as long as no later step moved it on', () => {
    expect(told('confirmation', 'outcome', 'note')).to.include('состояние запроса: установлен');
    expect(told('outcome', 'reopen')).not.to.include('установлен');
    expect(told('outcome', 'decision', 'outcome').match(/установлен/g)).to.have.length(1);
  });
});
