import { deskPartnerMessages } from '../../messages/desk-partner.ts';
import type { Partner } from '../admin/shapes.ts';
import { ImportsScreen } from '../imports/imports-screen.tsx';
import { Trouble } from '../notices.tsx';
import { useResource } from '../use-resource.ts';
import { useWords } from '../use-words.ts';
import { AgreementFiles } from './agreement-files.tsx';
import { PartnerNumbers } from './partner-numbers.tsx';

/** Where a partner's desk opens: its lists first, for which it comes; then what came of them, and its agreement. */
export function PartnerHome() {
  const { data, error, reload } = useResource<{ items: Partner[] }>('/partners?limit=1');
  const partner = data?.items[0];
  return (
    <>
      {partner ? <p class="soft">{partner.name}</p> : null}
      <ImportsScreen />
      {error ? <Trouble error={error} retry={reload} /> : null}
      {partner ? (
        <>
          <PartnerNumbers partnerId={partner.id} />
          <Agreement partner={partner} />
        </>
      ) : null}
    </>
  );
}

function Agreement({ partner: { id, agreement } }: { partner: Partner }) {
  const words = useWords(deskPartnerMessages);
  const facts = (['number', 'signedOn', 'validUntil'] as const).filter((fact) => agreement?.[fact]);
  const today = new Date().toISOString().slice(0, 10);
  const isOver = agreement?.validUntil != null && agreement.validUntil < today;
  return (
    <section aria-labelledby="agreement">
      <h2 id="agreement">{words('partner.agreement')}</h2>
      {isOver ? <p class="notice">{words('partner.over')}</p> : null}
      {facts.length === 0 ? <p>{words('partner.noAgreement')}</p> : null}
      <dl class="facts">
        {facts.map((fact) => (
          <div key={fact}>
            <dt>{words(`partner.${fact}`)}</dt>
            <dd>{agreement?.[fact]}</dd>
          </div>
        ))}
      </dl>
      <AgreementFiles partnerId={id} />
    </section>
  );
}
