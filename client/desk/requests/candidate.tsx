import { spellingLanguage } from '../../parts/letter-runs.ts';
import { useSession } from '../session.tsx';
import { CompareTable, hasMarks } from './compare-table.tsx';
import { EvidenceTable } from './evidence-table.tsx';
import { PlaceMap } from './place-map.tsx';
import type { PairItem, RequestDetail } from './shapes.ts';

type CandidateProps = { request: RequestDetail; candidate: PairItem; note?: string };

/** One soldier beside the request: who he is, what agrees letter by letter, where, and what it weighs. */
export function Candidate({ request, candidate, note }: CandidateProps) {
  const { say } = useSession();
  const { soldierId, name, life, probability, band, evidence, fresh, restricted } = candidate;
  const hint = [note, hasMarks(evidence) ? say('candidate.marks') : null].filter(Boolean).join(' ');
  return (
    <>
      <p>
        <a href={`/desk/soldiers/${soldierId}`} target="_blank" rel="noopener" lang={spellingLanguage(name)}>
          {name}
        </a>
        {life ? `, ${life}` : ''}
        {fresh ? ` (${say('candidate.fresh')})` : ''}
      </p>
      {restricted ? <p class="notice">{say('soldier.sensitiveNote')}</p> : null}
      {hint ? <p class="soft">{hint}</p> : null}
      <CompareTable evidence={evidence} labelledBy="candidate" />
      <PlaceMap requestId={request.id} soldierId={soldierId} />
      {probability === null ? (
        <p>{say('evidence.byHand')}</p>
      ) : (
        <>
          <h3 id="evidence">{say('evidence.title')}</h3>
          <p class="soft">{say('evidence.lead')}</p>
          <EvidenceTable
            evidence={evidence}
            probability={probability}
            labelledBy="evidence"
            {...(band ? { band } : {})}
          />
        </>
      )}
    </>
  );
}
