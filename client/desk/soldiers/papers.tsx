import { useState } from 'preact/hooks';
import { spellingLanguage } from '../../parts/letter-runs.ts';
import { safeHref } from '../../parts/safe-href.ts';
import { useAnnounce } from '../announcer.tsx';
import { focusOn } from '../focus.ts';
import type { DeskKey } from '../say-on-desk.ts';
import { ScanLink } from '../scan-link.tsx';
import { useSession } from '../session.tsx';
import { useChange } from '../use-change.ts';
import { nameOf, type SoldierWork } from './one-soldier.tsx';
import { OwnRecord } from './own-record.tsx';
import { ReasonForm } from './reason-form.tsx';
import type { KnownSoldier, Link, Mention } from './shapes.ts';
import { SoldierFinder, SoldierLine } from './soldier-finder.tsx';

/** His papers, numbered, each as it is written; and each can be said to be another man's. */
export function Papers(work: SoldierWork) {
  const { say } = useSession();
  const { mentions } = work.soldier;
  return (
    <section aria-labelledby="papers">
      <h2 id="papers" tabIndex={-1}>
        {say('soldier.papers', { count: mentions.length })}
      </h2>
      <ol class="path papers">
        {mentions.map((mention) => (
          <Paper key={mention.id} {...work} mention={mention} />
        ))}
      </ol>
    </section>
  );
}

type PaperProps = SoldierWork & { mention: Mention };

/** Told in the heading or by their own line; the rest is a list. */
const TOLD_ALREADY = new Set(
  'familyName givenName patronymic fullName documentType sourceUrl archive fond opis delo sheet'.split(' '),
);

function Paper(props: PaperProps) {
  const { say } = useSession();
  const { mention, links } = props;
  const { written, documentType, archive, sensitive } = mention;
  const href = safeHref(mention.sourceUrl);
  const name = nameOf(written);
  const tie = links.find((link) => link.kind === 'tie' && link.mentionId === mention.id && link.withdrawnAt === null);
  const kind = documentType ? say(`document.${documentType}` as DeskKey) : say('document.unknown');
  const rows = Object.entries(written).filter(([field]) => !TOLD_ALREADY.has(field));
  return (
    <li>
      <h3>
        <span lang={spellingLanguage(name, documentType)}>{name || say('queue.noName')}</span>
      </h3>
      <p class="soft">
        {[kind, archive, say(`origin.${mention.origin.kind}`)].filter(Boolean).join('. ')}
        {sensitive ? `. ${say('soldier.sensitive')}` : null}
      </p>
      <dl class="facts">
        {rows.map(([field, value]) => (
          <div key={field}>
            <dt>{say(`field.${field}` as DeskKey)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {href ? (
        <p>
          <a href={href} target="_blank" rel="noopener noreferrer">
            {say('log.record')}
          </a>
        </p>
      ) : null}
      <PossibleSites mention={mention} />
      <Scans mention={mention} />
      {tie ? <Untie {...props} tie={tie} /> : <TieElsewhere {...props} />}
      {mention.origin.kind === 'volunteer' ? <OwnRecord mention={mention} changed={props.changed} /> : null}
    </li>
  );
}

/** Only a person may say that a grave is there: the list of sites does not know every village of a name. */
function PossibleSites({ mention: { possibleSites } }: { mention: Mention }) {
  const { say, language } = useSession();
  if (possibleSites.length === 0) return null;
  return (
    <>
      <p>{say('soldier.possibleSites')}</p>
      <ul>
        {possibleSites.map(({ id, names }) => (
          <li key={id}>
            <a href={`/${language}/burial-sites/${id}`} target="_blank" rel="noopener">
              {names[language] ?? names.ru ?? id}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}

/** The paper itself, as the partner sent it. */
function Scans({ mention: { scans } }: { mention: Mention }) {
  if (scans.length === 0) return null;
  return (
    <ul class="files">
      {scans.map((scan) => (
        <li key={scan.id}>
          <ScanLink scan={scan} />
        </li>
      ))}
    </ul>
  );
}

function Untie({ mention, tie, changed }: PaperProps & { tie: Link }) {
  const { say } = useSession();
  const announce = useAnnounce();
  const { busy, error, send } = useChange();
  async function untie(reason: string) {
    if ((await send(`/desk/mentions/${mention.id}/untie`, { body: { reason } })) === null) return;
    announce(say('links.untied'));
    changed();
    focusOn('papers');
  }
  return (
    <details>
      <summary>{say('links.untie')}</summary>
      <p>{say('links.untieWhat', { from: tie.fromName })}</p>
      <ReasonForm
        id={mention.id}
        submit={say('links.untie')}
        busy={busy}
        error={error}
        send={(why) => void untie(why)}
      />
    </details>
  );
}

function TieElsewhere({ mention, soldier, changed }: PaperProps) {
  const { say } = useSession();
  const announce = useAnnounce();
  const { busy, error, send } = useChange();
  const [asked, setAsked] = useState('');
  const [chosen, setChosen] = useState<KnownSoldier | null>(null);
  async function tie(reason: string) {
    const body = { soldierId: chosen?.id, reason };
    if ((await send(`/desk/mentions/${mention.id}/tie`, { body })) === null) return;
    announce(say('links.tied'));
    changed();
    focusOn('papers');
  }
  return (
    <details>
      <summary>{say('links.tieElsewhere')}</summary>
      <SoldierFinder
        id={`find-${mention.id}`}
        label={say('links.whose')}
        asked={asked}
        ask={setAsked}
        action={(found) =>
          found.id === soldier.id ? null : (
            <button class="quiet" type="button" onClick={() => setChosen(found)}>
              {say('links.choose')}
            </button>
          )
        }
      />
      {chosen ? (
        <ReasonForm id={mention.id} submit={say('links.tie')} busy={busy} error={error} send={(why) => void tie(why)}>
          <p>{say('links.chosen')}</p>
          <SoldierLine soldier={chosen} />
        </ReasonForm>
      ) : null}
    </details>
  );
}
