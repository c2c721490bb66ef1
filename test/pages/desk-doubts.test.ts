import { expect } from 'chai';
import { type ComponentType, h } from 'preact';
import { LocationProvider } from 'preact-iso';
import { renderToString } from 'preact-render-to-string';
import { RequestView } from '../../client/desk/requests/request-view.tsx';
import type { DecisionItem, RequestDetail } from '../../client/desk/requests/shapes.ts';
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
