import type { AuditService } from '../audit/audit-service.ts';
import { caseIdOf } from '../domain/gathering.ts';
import type { Decision, Evidence, EvidenceLevel, Verdict } from '../domain/matching/candidate.ts';
import { disputedOf, type Ending, endingsFor, waitsForSecond } from '../domain/matching/decided.ts';
import { evidenceHash } from '../domain/matching/evidence-hash.ts';
import { mustBeOpen } from '../domain/request-states.ts';
import { type Actor, demand } from '../domain/roles.ts';
import type { SearchRequest } from '../domain/search-request.ts';
import { AppError } from '../errors.ts';
import type { Ids } from '../ids.ts';
import { type CaseVersion, getCase, membersOf, takeVersion } from './case-access.ts';
import { concludedMen, decisionsOfCase, mustBeOneMan, type SettlingDeps, settle, tellKin } from './settling.ts';

export type NewDecision = {
  soldierId: string;
  verdict: Verdict;
  reason: string;
  evidenceLevel?: EvidenceLevel | null | undefined;
};

/** The evidence of a pair at this moment, whether he is among the candidates or not. */
export type PairEvidence = { evidence: Evidence[]; probability: number | null; weightsVersion: string };

/** What a person says to a decision, and why. */
export type Given = { decisionId: string; reason: string };

export type DecisionService = {
  decide(actor: Actor | null, target: CaseVersion, decision: NewDecision): Promise<DecisionMade>;
  /** A second person, who is not the first, looked and agrees. */
  confirm(actor: Actor | null, target: CaseVersion, decisionId: string): Promise<DecisionMade>;
  /** A second person, who is not the first, looked and does not agree: it does not become a conclusion. */
  object(actor: Actor | null, target: CaseVersion, objection: Given): Promise<DecisionMade>;
  /** Whoever objected has changed her mind: the decision waits for a second person again. */
  takeObjectionBack(actor: Actor | null, target: CaseVersion, decisionId: string): Promise<DecisionMade>;
  withdraw(actor: Actor | null, target: CaseVersion, withdrawal: Given): Promise<DecisionMade>;
  /** Brings the request in line with its decisions. Done after each change; again when a crash came between. */
  settle(requestId: string): Promise<SearchRequest>;
  /** @throws AppError `conflict` while two people concluded on one man in the one case, and on another man in the other. */
  mustAgree(one: SearchRequest, other: SearchRequest): Promise<void>;
  /** How conclusions ended that the family of this request had been told, oldest first. */
  endings(request: SearchRequest): Promise<Ending[]>;
  /** Whether a second person spoke against a conclusion and nobody has answered since. */
  lookAgain(request: SearchRequest): Promise<boolean>;
  /** The request no longer stands for the soldier it was tied to: the family withdrew it. */
  forget(before: SearchRequest): Promise<void>;
};

export type DecisionMade = { decision: Decision; request: SearchRequest };

export type DecisionDeps = SettlingDeps & {
  audit: AuditService;
  ids: Ids;
  /** Work on one case is done by one at a time. */
  inTurn: <T>(caseId: string, work: () => Promise<T>) => Promise<T>;
  pairEvidence: (request: SearchRequest, soldierId: string) => Promise<PairEvidence>;
  /** Drops what was found for a request that no longer stands. */
  forgetCandidates: (requestId: string) => Promise<void>;
};

function levelOf({ verdict, evidenceLevel }: NewDecision): EvidenceLevel | null {
  if (verdict !== 'same') return null;
  if (evidenceLevel) return evidenceLevel;
  throw new AppError('bad_input', 'Say how well it is proven', {
    problems: [{ pointer: '/evidenceLevel', detail: 'problem.field.required' }],
  });
}

async function decide(
  deps: DecisionDeps,
  actor: Actor,
  target: CaseVersion,
  wanted: NewDecision,
): Promise<DecisionMade> {
  const evidenceLevel = levelOf(wanted);
  const request = await getCase(deps, target.id);
  mustBeOpen(request);
  const soldierId = (await deps.answering([wanted.soldierId])).get(wanted.soldierId);
  if (soldierId === undefined) {
    throw new AppError('bad_input', 'There is no such soldier', {
      problems: [{ pointer: '/soldierId', detail: 'problem.field.wrong' }],
    });
  }
  if (wanted.verdict === 'same') await mustBeOneMan(deps, request, [soldierId]);
  const { evidence, probability, weightsVersion } = await deps.pairEvidence(request, soldierId);
  await takeVersion(deps, actor, target, { what: 'decision' });
  const at = deps.clock();
  const decision: Decision = {
    id: deps.ids.newOrderedId(at),
    requestId: target.id,
    soldierId,
    verdict: wanted.verdict,
    reason: wanted.reason,
    evidenceLevel,
    evidence,
    evidenceHash: evidenceHash(evidence),
    probability,
    weightsVersion,
    by: actor.id,
    at,
    confirmedBy: null,
    confirmedAt: null,
    objection: null,
    formerObjections: [],
    withdrawnBy: null,
    withdrawnAt: null,
    withdrawnReason: null,
  };
  await deps.decisions.append(decision);
  await deps.audit.record(
    actor,
    'decision.make',
    { kind: 'request', id: target.id },
    {
      after: { decision: decision.id, soldierId, verdict: wanted.verdict, evidenceLevel, reason: wanted.reason },
    },
  );
  return { decision, request: await settle(deps, target.id) };
}

async function getDecision(deps: DecisionDeps, requestId: string, id: string): Promise<Decision> {
  const decision = await deps.decisions.findById(id);
  if (decision?.requestId === requestId) return decision;
  // Made in the request of another family of the same case: it is one man and one decision.
  const members = decision === null ? [] : await membersOf(deps, await getCase(deps, requestId));
  if (decision !== null && members.some((member) => member.id === decision.requestId)) return decision;
  throw new AppError('not_found', 'There is no such decision');
}

const tooLate = (decision: Decision): AppError =>
  new AppError('conflict', 'This decision was confirmed, objected to or withdrawn already', {
    messageKey: 'requestProblem.decisionOver',
    details: {
      confirmedBy: decision.confirmedBy,
      objectedBy: decision.objection?.by ?? null,
      withdrawnAt: decision.withdrawnAt?.toISOString() ?? null,
    },
  });

type SecondLook = { decisionId: string; what: 'confirmation' | 'objection' };

/** Takes the request for the second person, who is not the first, where one is still waited for; whoever holds it searches on. */
async function takeAsSecond(deps: DecisionDeps, actor: Actor, target: CaseVersion, look: SecondLook): Promise<void> {
  const decision = await getDecision(deps, target.id, look.decisionId);
  demand(actor, 'decision.confirm', { decidedBy: decision.by });
  if (!waitsForSecond(decision)) throw tooLate(decision);
  const request = await getCase(deps, target.id);
  mustBeOpen(request);
  if (look.what === 'confirmation') await mustBeOneMan(deps, request, [decision.soldierId]);
  await takeVersion(deps, actor, target, { what: look.what, beside: true });
}

async function confirm(deps: DecisionDeps, actor: Actor, target: CaseVersion, id: string): Promise<DecisionMade> {
  await takeAsSecond(deps, actor, target, { decisionId: id, what: 'confirmation' });
  const confirmed = await deps.decisions.confirm(id, actor.id, deps.clock());
  if (confirmed === null) throw tooLate(await getDecision(deps, target.id, id));
  await deps.audit.record(actor, 'decision.confirm', { kind: 'request', id: target.id }, { after: { decision: id } });
  return { decision: confirmed, request: await settle(deps, target.id) };
}

/** Both views stay to be read; the question is open again, and whoever decides next needs a second person like the first. */
async function object(
  deps: DecisionDeps,
  actor: Actor,
  target: CaseVersion,
  { decisionId, reason }: Given,
): Promise<DecisionMade> {
  await takeAsSecond(deps, actor, target, { decisionId, what: 'objection' });
  const objected = await deps.decisions.object(decisionId, { by: actor.id, at: deps.clock(), reason });
  if (objected === null) throw tooLate(await getDecision(deps, target.id, decisionId));
  const after = { decision: decisionId, reason };
  await deps.audit.record(actor, 'decision.object', { kind: 'request', id: target.id }, { after });
  return { decision: objected, request: await settle(deps, target.id) };
}

/** By whoever objected, and by nobody else: it is her word. */
async function takeObjectionBack(deps: DecisionDeps, actor: Actor, target: CaseVersion, decisionId: string) {
  const decision = await getDecision(deps, target.id, decisionId);
  const { soldierId, objection, withdrawnAt } = decision;
  if (objection !== null && objection.by !== actor.id) {
    throw new AppError('forbidden', 'Only whoever objected can take the objection back', {
      messageKey: 'requestProblem.objectionOfOther',
    });
  }
  const request = await getCase(deps, target.id);
  mustBeOpen(request);
  if (objection === null || withdrawnAt !== null) throw tooLate(decision);
  await mustBeOneMan(deps, request, [soldierId]);
  await takeVersion(deps, actor, target, { what: 'objection_back', beside: true });
  const changed = await deps.decisions.takeObjectionBack(decisionId, { ...objection, takenBackAt: deps.clock() });
  if (changed === null) throw tooLate(await getDecision(deps, target.id, decisionId));
  const change = { before: { decision: decisionId, reason: objection.reason }, after: { decision: decisionId } };
  await deps.audit.record(actor, 'decision.objection_back', { kind: 'request', id: target.id }, change);
  return { decision: changed, request: await settle(deps, target.id) };
}

/** Two people answered for it and the family may have read it: it is not taken back without a word. */
const noReason = (): AppError =>
  new AppError('bad_input', 'Say why a conclusion of two people is taken back', {
    problems: [{ pointer: '/reason', detail: 'problem.field.required' }],
  });

async function withdraw(
  deps: DecisionDeps,
  actor: Actor,
  target: CaseVersion,
  { decisionId, reason }: Given,
): Promise<DecisionMade> {
  const decision = await getDecision(deps, target.id, decisionId);
  // One's own decision, or the confirmation one gave, may be taken back; anybody else's by those who lead.
  const own = decision.by === actor.id || decision.confirmedBy === actor.id;
  demand(actor, own ? 'decision.withdraw' : 'decision.withdraw_other');
  if (decision.withdrawnAt) throw tooLate(decision);
  if (decision.confirmedBy !== null && reason === '') throw noReason();
  await takeVersion(deps, actor, target, { what: 'withdrawal' });
  const withdrawn = await deps.decisions.withdraw(decisionId, { by: actor.id, at: deps.clock(), reason });
  if (withdrawn === null) throw tooLate(await getDecision(deps, target.id, decisionId));
  await deps.audit.record(
    actor,
    'decision.withdraw',
    { kind: 'request', id: target.id },
    {
      before: { decision: decisionId, verdict: decision.verdict, soldierId: decision.soldierId },
      after: { reason },
    },
  );
  return { decision: withdrawn, request: await settle(deps, target.id) };
}

async function endings(deps: DecisionDeps, request: SearchRequest): Promise<Ending[]> {
  const decisions = await decisionsOfCase(deps, request);
  return endingsFor(request, decisions, await deps.answering(decisions.map(({ soldierId }) => soldierId)));
}

/**
 * Decisions: a person's, with a reason, the evidence of that moment, and always to be taken back. A decision and what follows from it
 * are several writes: those on one case are made one after another, so that whoever is refused reads what the other has done whole.
 */
export function createDecisionService(deps: DecisionDeps): DecisionService {
  const inTurn = async <T>({ id }: CaseVersion, work: () => Promise<T>): Promise<T> =>
    deps.inTurn(caseIdOf(await getCase(deps, id)), work);
  return {
    async decide(actor, target, decision) {
      demand(actor, 'decision.make');
      return inTurn(target, () => decide(deps, actor, target, decision));
    },
    // Signed in and of the desk first, so that a stranger does not learn which decisions there are.
    async confirm(actor, target, decisionId) {
      demand(actor, 'decision.make');
      return inTurn(target, () => confirm(deps, actor, target, decisionId));
    },
    async object(actor, target, objection) {
      demand(actor, 'decision.make');
      return inTurn(target, () => object(deps, actor, target, objection));
    },
    async takeObjectionBack(actor, target, decisionId) {
      demand(actor, 'decision.make');
      return inTurn(target, () => takeObjectionBack(deps, actor, target, decisionId));
    },
    async withdraw(actor, target, withdrawal) {
      demand(actor, 'decision.withdraw');
      return inTurn(target, () => withdraw(deps, actor, target, withdrawal));
    },
    settle: (requestId) => settle(deps, requestId),
    mustAgree: async (one, other) => mustBeOneMan(deps, one, await concludedMen(deps, other)),
    endings: (request) => endings(deps, request),
    lookAgain: async (request) => disputedOf(await decisionsOfCase(deps, request)).length > 0,
    async forget({ id, soldierId }) {
      await deps.decisions.forgetRelatives(id);
      await deps.forgetCandidates(id);
      await tellKin(deps, [soldierId]);
    },
  };
}
