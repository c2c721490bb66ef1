import { useRef, useState } from 'preact/hooks';
import { deskPeopleMessages } from '../../messages/desk-people.ts';
import { TableHead } from '../../parts/table-head.tsx';
import { useFieldErrors } from '../field-errors.ts';
import { More } from '../more.tsx';
import { Loading, Trouble } from '../notices.tsx';
import { useChange } from '../use-change.ts';
import { useList } from '../use-list.ts';
import { useWords } from '../use-words.ts';
import { AdminFrame } from './admin-frame.tsx';
import { EditPartner } from './edit-partner.tsx';
import { PARTNER_FIELDS, PartnerField, PartnerFields, partnerOf } from './partner-fields.tsx';
import type { Partner } from './shapes.ts';

/** The organisations that send lists. */
export function PartnersScreen() {
  const words = useWords(deskPeopleMessages);
  const partners = useList<Partner>('/partners?limit=100');
  const [chosen, setChosen] = useState<string | null>(null);
  return (
    <AdminFrame title={words('partners.title')}>
      {partners.error ? <Trouble error={partners.error} retry={partners.reload} /> : null}
      {partners.items === null ? partners.error ? null : <Loading /> : null}
      {chosen ? <EditPartner key={chosen} id={chosen} changed={partners.reload} close={() => setChosen(null)} /> : null}
      {partners.items?.length === 0 ? <p>{words('people.none')}</p> : null}
      {partners.items && partners.items.length > 0 ? <List items={partners.items} choose={setChosen} /> : null}
      <More list={partners} />
      <NewPartner created={partners.reload} />
    </AdminFrame>
  );
}

const columns = ['partners.name', 'partners.code', 'partners.country', 'people.state', 'people.change'] as const;

function List({ items, choose }: { items: Partner[]; choose: (id: string) => void }) {
  const words = useWords(deskPeopleMessages);
  return (
    <table class="records" role="table" aria-label={words('partners.title')}>
      <TableHead heads={columns.map((column) => words(column))} />
      <tbody role="rowgroup">
        {items.map(({ id, name, code, country, state }) => (
          <tr role="row" key={id}>
            <th scope="row" role="rowheader">
              {name}
            </th>
            <td role="cell" data-label={words('partners.code')}>
              {code}
            </td>
            <td role="cell" data-label={words('partners.country')}>
              {country ?? '–'}
            </td>
            <td role="cell" data-label={words('people.state')}>
              {words(state === 'active' ? 'partners.active' : 'partners.closedState')}
            </td>
            <td role="cell">
              <button
                class="quiet"
                type="button"
                aria-label={words('people.changeOf', { name })}
                onClick={() => choose(id)}
              >
                {words('people.change')}
              </button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function NewPartner({ created }: { created: () => void }) {
  const words = useWords(deskPeopleMessages);
  const change = useChange();
  const form = useRef<HTMLFormElement>(null);
  const errors = useFieldErrors(form, change.error, PARTNER_FIELDS);

  async function add(filled: HTMLFormElement) {
    const fields = new FormData(filled);
    const { contact, ...partner } = partnerOf(fields);
    // A new partner has nothing to clear: without a contact the field is left out.
    const body = { code: String(fields.get('code')).trim().toUpperCase(), ...partner, ...(contact ? { contact } : {}) };
    if ((await change.send('/partners', { body })) === null) return;
    filled.reset();
    created();
  }
  return (
    <section aria-labelledby="new-partner">
      <h2 id="new-partner">{words('partners.new')}</h2>
      <form
        ref={form}
        onSubmit={(event) => {
          event.preventDefault();
          void add(event.currentTarget);
        }}
      >
        {errors.rest ? <Trouble error={errors.rest} /> : null}
        <PartnerField
          id="new"
          name="code"
          value=""
          most={32}
          errors={errors}
          label={words('partners.code')}
          hint={words('partners.codeHint')}
          short
        />
        <PartnerFields id="new" partner={null} errors={errors} />
        <button type="submit" disabled={change.busy}>
          {words('partners.add')}
        </button>
      </form>
    </section>
  );
}
