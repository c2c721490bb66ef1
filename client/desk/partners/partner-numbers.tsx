import { deskPartnerMessages } from '../../messages/desk-partner.ts';
import { figuresLocale } from '../../messages/translate.ts';
import { Loading, Trouble } from '../notices.tsx';
import { useSession } from '../session.tsx';
import { timeText } from '../time-text.ts';
import { useResource } from '../use-resource.ts';
import { useWords } from '../use-words.ts';

const SHOWN = ['lists', 'versions', 'rows', 'read', 'added', 'updated', 'matched', 'identified'] as const;

type Numbers = Record<(typeof SHOWN)[number], number> & { lastAt: string | null };

/** What became of the lists of one partner. */
export function PartnerNumbers({ partnerId }: { partnerId: string }) {
  const { language } = useSession();
  const words = useWords(deskPartnerMessages);
  const { data, error, reload } = useResource<Numbers>(`/partners/${partnerId}/statistics`);
  const number = new Intl.NumberFormat(figuresLocale[language]);
  return (
    <section aria-labelledby="partner-numbers">
      <h2 id="partner-numbers">{words('partner.numbers')}</h2>
      {error ? <Trouble error={error} retry={reload} /> : data ? null : <Loading />}
      {data && data.versions === 0 ? <p>{words('partner.noLists')}</p> : null}
      {data && data.versions > 0 ? (
        <dl class="facts">
          {SHOWN.map((name) => (
            <div key={name}>
              <dt>{words(`partner.${name}`)}</dt>
              <dd>{number.format(data[name])}</dd>
            </div>
          ))}
          {data.lastAt ? (
            <div>
              <dt>{words('partner.last')}</dt>
              <dd>{timeText(data.lastAt, language)}</dd>
            </div>
          ) : null}
        </dl>
      ) : null}
    </section>
  );
}
