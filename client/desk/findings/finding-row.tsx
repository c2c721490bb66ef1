import { spellingLanguage } from '../../parts/letter-runs.ts';
import { useAnnounce } from '../announcer.tsx';
import { probabilityText } from '../requests/numbers.ts';
import { type DeskKey, type DeskSay, wordFor } from '../say-on-desk.ts';
import { useSession } from '../session.tsx';
import { ReasonForm } from '../soldiers/reason-form.tsx';
import { useChange } from '../use-change.ts';
import type { Finding, FoundSoldier } from './shapes.ts';

export const headingOf = (id: string): string => `finding-${id}`;

/** One thing noticed: who, what contradicts, and what a person can do about it. */
export function FindingRow({ item, over }: { item: Finding; over: () => void }) {
  const { say, language } = useSession();
  const { id, kind, soldiers, siteId, probability } = item;
  const [one, other] = soldiers;
  return (
    <li>
      <h2 id={headingOf(id)} tabIndex={-1}>
        {soldiers.map((soldier, index) => (
          <span key={soldier.id}>
            {index > 0 ? ' – ' : null}
            <a href={`/desk/soldiers/${soldier.id}`} lang={spellingLanguage(soldier.name ?? '')}>
              {soldier.name || say('queue.noName')}
            </a>
          </span>
        ))}
        {siteId ? (
          <a href={`/${language}/burial-sites/${siteId}`} target="_blank" rel="noopener">
            {say('findings.site')}
          </a>
        ) : null}
        {probability === null ? null : ` (${probabilityText(probability, language)})`}
      </h2>
      {soldiers.length > 0 ? (
        <ol class="soft">
          {soldiers.map((soldier) => (
            <li key={soldier.id}>{judged(soldier, say)}</li>
          ))}
        </ol>
      ) : null}
      {kind === 'same_person' ? null : <p>{sentence(item, say)}</p>}
      {one && other ? (
        <p>
          <a class="row" href={`/desk/soldiers/${one.id}?with=${other.id}`}>
            {say('findings.toMerge')}
          </a>
        </p>
      ) : null}
      <Dismiss id={id} text={kind === 'same_person' ? 'findings.dismissPair' : 'findings.dismiss'} over={over} />
    </li>
  );
}

/** Years, where he was born, what became of him and where he lies: enough to tell two namesakes apart. */
function judged({ life, birthPlace, fate, burial }: FoundSoldier, say: DeskSay): string {
  const known = [life, birthPlace, fate ? wordFor(say, 'fate', fate) : null, burial];
  return known.filter(Boolean).join('; ') || say('findings.nothingKnown');
}

/** What contradicts, in one sentence with the values as the papers have them. */
function sentence({ kind, facts }: Finding, say: DeskSay): string {
  const key = facts.problem === undefined ? `finding.${kind}` : `finding.${kind}.${facts.problem}`;
  return say(key as DeskKey, facts);
}

/** `text` answers what was noticed: of a pair an "all is well" could as well mean that it is one man. */
function Dismiss({ id, text, over }: { id: string; text: DeskKey; over: () => void }) {
  const { say } = useSession();
  const announce = useAnnounce();
  const { busy, error, send } = useChange();
  async function dismiss(reason: string) {
    if ((await send(`/desk/findings/${id}/dismiss`, { body: { reason } })) === null) return;
    announce(say('findings.dismissed'));
    over();
  }
  return (
    <details>
      <summary>{say(text)}</summary>
      <p class="soft">{say('findings.dismissNote')}</p>
      <ReasonForm id={id} submit={say(text)} busy={busy} error={error} send={(why) => void dismiss(why)} />
    </details>
  );
}
