import type { SITE_ADDITION_STATES } from '../../../server/domain/site-addition.ts';
import { deskSiteMessages } from '../../messages/desk-sites.ts';
import { useAnnounce } from '../announcer.tsx';
import { Trouble } from '../notices.tsx';
import { useSession } from '../session.tsx';
import { timeText } from '../time-text.ts';
import { useChange } from '../use-change.ts';
import { useWords } from '../use-words.ts';

export type Addition = {
  id: string;
  siteId: string;
  state: (typeof SITE_ADDITION_STATES)[number];
  custodian: string | null;
  instead: 'facts' | 'later' | null;
  source: string | null;
  credit: string | null;
  photographs: { id: string; shown: boolean }[];
  addedBy: string;
  createdAt: string;
  version: number;
};

type OneAdditionProps = { addition: Addition; siteName: string; reload: () => void };

/** What somebody brought about one place, with the word of a coordinator on it. */
export function OneAddition({ addition, siteName, reload }: OneAdditionProps) {
  const { language } = useSession();
  const words = useWords(deskSiteMessages);
  const announce = useAnnounce();
  const change = useChange();
  const { id, custodian, source, credit } = addition;

  async function decide(step: 'show' | 'refuse', body: object) {
    const done = await change.send(`/desk/site-additions/${id}/${step}`, { body, ifMatch: `"v${addition.version}"` });
    if (done === null) return;
    announce(words('siteDesk.saved'));
    reload();
  }

  return (
    <article class="family" aria-labelledby={`about-${id}`}>
      <h3 id={`about-${id}`}>
        <a href={`/${language}/burial-sites/${addition.siteId}`} target="_blank" rel="noopener">
          {siteName}
        </a>
      </h3>
      <p class="soft small">
        {addition.addedBy}, {timeText(addition.createdAt, language)}
      </p>
      {custodian ? (
        <p>
          {words('siteDesk.custodian')}: {custodian}
          {source ? <span class="note">{source}</span> : null}
          {addition.instead ? <span class="note">{words(`siteDesk.instead.${addition.instead}`)}</span> : null}
        </p>
      ) : null}
      {change.error ? <Trouble error={change.error} /> : null}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void decide('show', { photographs: new FormData(event.currentTarget).getAll('photograph').map(String) });
        }}
      >
        <Photographs addition={addition} siteName={siteName} />
        {credit ? <p class="small">{credit}</p> : null}
        <p class="actions">
          {custodian === null && addition.photographs.length === 0 ? null : (
            <button type="submit" disabled={change.busy}>
              {words('siteDesk.show')}
            </button>
          )}
          {addition.state === 'refused' ? null : (
            <button class="quiet" type="button" disabled={change.busy} onClick={() => void decide('refuse', {})}>
              {words(addition.photographs.length > 0 ? 'siteDesk.refuseAndErase' : 'siteDesk.refuse')}
            </button>
          )}
        </p>
      </form>
    </article>
  );
}

function Photographs({ addition, siteName }: Pick<OneAdditionProps, 'addition' | 'siteName'>) {
  const words = useWords(deskSiteMessages);
  if (addition.photographs.length === 0) return null;
  return (
    <ul class="photographs">
      {addition.photographs.map(({ id, shown }, index) => (
        <li key={id}>
          <a href={`/api/files/${id}`} target="_blank" rel="noopener">
            <img src={`/api/files/${id}?size=small`} alt={`${siteName}, ${index + 1}`} />
          </a>
          <label class="check">
            <input
              type="checkbox"
              name="photograph"
              value={id}
              defaultChecked={addition.state === 'waiting' || shown}
            />
            <span>{words('siteDesk.photograph', { number: String(index + 1) })}</span>
          </label>
        </li>
      ))}
    </ul>
  );
}
