import { useRef } from 'preact/hooks';
import { deskPeopleMessages } from '../../messages/desk-people.ts';
import { useAnnounce } from '../announcer.tsx';
import { useFieldErrors } from '../field-errors.ts';
import { Loading, Trouble } from '../notices.tsx';
import { AgreementFiles } from '../partners/agreement-files.tsx';
import { PartnerNumbers } from '../partners/partner-numbers.tsx';
import { useChange } from '../use-change.ts';
import { useResource } from '../use-resource.ts';
import { useWords } from '../use-words.ts';
import { PARTNER_FIELDS, PartnerFields, partnerOf } from './partner-fields.tsx';
import { PartnerKeys } from './partner-keys.tsx';
import type { Partner } from './shapes.ts';

type EditPartnerProps = { id: string; changed: () => void; close: () => void };

/** One organisation, its contact and the keys of its programs. */
export function EditPartner({ id, changed, close }: EditPartnerProps) {
  const words = useWords(deskPeopleMessages);
  const announce = useAnnounce();
  const change = useChange();
  const form = useRef<HTMLFormElement>(null);
  const errors = useFieldErrors(form, change.error, PARTNER_FIELDS);
  const { data: partner, etag, error, reload } = useResource<Partner>(`/partners/${id}`);

  async function patch(body: object) {
    if ((await change.send(`/partners/${id}`, { method: 'PATCH', body, ifMatch: etag })) === null) return;
    announce(words('people.saved'));
    reload();
    changed();
  }
  if (partner === null) return error ? <Trouble error={error} retry={reload} /> : <Loading />;
  const active = partner.state === 'active';
  return (
    <section class="decide" aria-labelledby="edit-partner">
      <h2 id="edit-partner">{partner.name}</h2>
      {errors.rest ? <Trouble error={errors.rest} /> : null}
      <form
        ref={form}
        key={etag}
        onSubmit={(event) => {
          event.preventDefault();
          void patch(partnerOf(new FormData(event.currentTarget)));
        }}
      >
        <PartnerFields id={id} partner={partner} errors={errors} />
        <p class="actions">
          <button type="submit" disabled={change.busy}>
            {words('people.save')}
          </button>
          <button class="quiet" type="button" onClick={close}>
            {words('people.cancel')}
          </button>
        </p>
      </form>
      <AgreementFiles partnerId={id} />
      <PartnerNumbers partnerId={id} />
      <PartnerKeys partnerId={id} />
      <p class="soft">{words('partners.closeText')}</p>
      <button
        class="quiet"
        type="button"
        disabled={change.busy}
        onClick={() => void patch({ state: active ? 'closed' : 'active' })}
      >
        {words(active ? 'people.lock' : 'people.unlock')}
      </button>
    </section>
  );
}
