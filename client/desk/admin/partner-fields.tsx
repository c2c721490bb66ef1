import { deskPeopleMessages } from '../../messages/desk-people.ts';
import { useWords } from '../use-words.ts';
import type { Partner } from './shapes.ts';

type FieldProps = {
  id: string;
  name: string;
  label: string;
  value: string;
  most: number;
  day?: boolean;
  hint?: string;
  changed?: (input: HTMLInputElement) => void;
};

function TextField({ id, name, label, value, most, day = false, hint, changed }: FieldProps) {
  const hintId = `${name}-hint-${id}`;
  const shared = {
    id: `${name}-${id}`,
    name,
    defaultValue: value,
    'aria-describedby': hint === undefined ? undefined : hintId,
  };
  return (
    <div class="field">
      <label for={`${name}-${id}`}>{label}</label>
      {hint !== undefined && (
        <p class="hint" id={hintId}>
          {hint}
        </p>
      )}
      {day ? (
        <input {...shared} type="date" onInput={(event) => changed?.(event.currentTarget)} />
      ) : (
        <input {...shared} maxlength={most} autocomplete="off" required={name === 'name'} />
      )}
    </div>
  );
}

/** What is kept of an organisation: its name, the paper under which it gives lists, and whom to write to. */
export function PartnerFields({ id, partner }: { id: string; partner: Partner | null }) {
  const words = useWords(deskPeopleMessages);
  const { agreement, contact } = partner ?? {};
  const field = (name: string, value: string | null | undefined, most: number) => ({
    id,
    name,
    value: value ?? '',
    most,
  });
  const inOrder = ({ form }: HTMLInputElement) => form && refuseBackwards(form, words('partners.backwards'));
  return (
    <>
      <TextField
        {...field('name', partner?.name, 200)}
        label={words('partners.name')}
        hint={words('partners.nameHint')}
      />
      <TextField {...field('country', partner?.country, 2)} label={words('partners.country')} />
      <TextField {...field('agreement', agreement?.number, 100)} label={words('partners.agreement')} />
      <TextField
        {...field('signedOn', agreement?.signedOn, 10)}
        label={words('partners.signedOn')}
        day
        changed={inOrder}
      />
      <TextField
        {...field('validUntil', agreement?.validUntil, 10)}
        label={words('partners.validUntil')}
        day
        changed={inOrder}
      />
      <fieldset>
        <legend>{words('partners.contact')}</legend>
        <p class="hint">{words('partners.contactHint')}</p>
        <TextField {...field('contactName', contact?.name, 200)} label={words('people.name')} />
        <TextField {...field('contactEmail', contact?.email, 254)} label={words('people.email')} />
        <TextField {...field('contactPhone', contact?.phone, 40)} label={words('partners.phone')} />
      </fieldset>
    </>
  );
}

/** Said at the field itself, before it is sent: the server would refuse it too. */
function refuseBackwards(form: HTMLFormElement, text: string): void {
  const day = (name: string): HTMLInputElement | null => form.querySelector(`input[name=${name}]`);
  const [from, until] = [day('signedOn'), day('validUntil')];
  const backwards = Boolean(from?.value && until?.value && until.value < from.value);
  until?.setCustomValidity(backwards ? text : '');
}

/** The fields in the API's words: an empty one is cleared, an optional one of the contact left out. */
export function partnerOf(fields: FormData) {
  const text = (name: string): string => String(fields.get(name) ?? '').trim();
  const orNull = (name: string): string | null => text(name) || null;
  const agreement = { number: orNull('agreement'), signedOn: orNull('signedOn'), validUntil: orNull('validUntil') };
  const given = Object.values(agreement).some((value) => value !== null);
  const [email, phone] = [text('contactEmail'), text('contactPhone')];
  const contact = { name: text('contactName'), ...(email ? { email } : {}), ...(phone ? { phone } : {}) };
  return {
    name: text('name'),
    country: text('country').toUpperCase() || null,
    agreement: given ? agreement : null,
    contact: contact.name ? contact : null,
  };
}
