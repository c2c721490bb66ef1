import { waitsForSecond } from '../../../server/domain/matching/decided.ts';
import { spellingLanguage } from '../../parts/letter-runs.ts';
import { useHeading, useTitle } from '../focus.ts';
import { wordFor } from '../say-on-desk.ts';
import { useSession } from '../session.tsx';
import { Candidates, useCandidates } from './candidates.tsx';
import { Closing } from './closing.tsx';
import { Contact } from './contact.tsx';
import { Correspondence } from './correspondence.tsx';
import { Decisions, SecondLook } from './decisions.tsx';
import { Disputed } from './disputed.tsx';
import { Elsewhere } from './elsewhere.tsx';
import { Families } from './families.tsx';
import { FamilyKnows } from './family-knows.tsx';
import { Holder } from './holder.tsx';
import { Notes } from './notes.tsx';
import { SearchLog } from './search-log.tsx';
import type { CaseWork } from './use-case.ts';
import { Withdrawal } from './withdrawal.tsx';

/** Who he is stands here once people have said so; before that there is nothing to go to. */
const DECIDED = ['decisions', 'decide.made'] as const;

/** A case is long: its parts are one key or one touch away. */
const PARTS = [
  ['who', 'request.candidates'],
  ['log', 'log.title'],
  ['messages', 'message.title'],
  ['notes', 'notes.title'],
  ['closing', 'close.title'],
] as const;

function Jump({ request }: Pick<CaseWork, 'request'>) {
  const { say } = useSession();
  const decided = request.decisions.some((decision) => !waitsForSecond(decision));
  const parts = decided ? [DECIDED, ...PARTS] : PARTS;
  return (
    <nav class="parts" aria-label={say('request.parts')}>
      <ul>
        {parts.map(([id, text]) => (
          <li key={id}>
            <a href={`#${id}`} target="_self">
              {say(text)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** One request: who has it, what the family knows, the candidates, what was decided, where was searched. */
export function RequestView(work: CaseWork) {
  const { say } = useSession();
  const { request } = work;
  const candidates = useCandidates(work);
  const heading = useHeading('request');
  const number = say('request.heading', { number: String(request.number) });
  const name = request.name || say('queue.noName');
  useTitle(`${number}${name} – ${say('desk.title')}`);
  return (
    <>
      {request.example ? <p class="notice">{say('request.example')}</p> : null}
      <h1 {...heading}>
        {number}
        <span lang={request.name ? spellingLanguage(request.name) : undefined}>{name}</span>
      </h1>
      <Disputed request={request} />
      <p>
        {say('request.asks', {
          relation: request.relation ? wordFor(say, 'relation', request.relation) : '–',
          language: say(`language.${request.language}`),
        })}
      </p>
      <Holder {...work} />
      <SecondLook {...work} candidates={candidates.data?.items ?? []} />
      <Jump {...work} />
      <FamilyKnows request={request} />
      <Families {...work} />
      <Candidates {...work} resource={candidates} />
      <Elsewhere {...work} />
      <Decisions {...work} />
      <SearchLog {...work} />
      <Contact request={request} />
      <Correspondence {...work} />
      <Notes {...work} />
      <Closing {...work} />
      <Withdrawal {...work} />
    </>
  );
}
