import { deskPeopleMessages } from '../../messages/desk-people.ts';
import type { FieldErrors, FieldNames } from '../field-errors.ts';
import { useWords } from '../use-words.ts';
import type { Partner } from './shapes.ts';

type FieldProps = {
  id: string;
  name: string;
  label: string;
  value: string;
  most: number;
  errors: FieldErrors;
  day?: boolean;
  short?: boolean;
  hint?: string;
  changed?: (input: HTMLInputElement) => void;
};

/** The fields of a partner by where the API has them. */
export const PARTNER_FIELDS: FieldNames = {
  '/code': 'code',
  '/name': 'name',
  '/country': 'country',
  '/agreement/number': 'agreement',
  '/agreement/signedOn': 'signedOn',
  '/agreement/validUntil': 'validUntil',
  '/contact/name': 'contactName',
  '/contact/email': 'contactEmail',
  '/contact/phone': 'contactPhone',
};

const REQUIRED: readonly string[] = ['code', 'name'];

/** Before it is written what is allowed, and after it was refused why; both are read out with the field. */
export function PartnerField(props: FieldProps) {
  const { id, name, label, value, most, errors, day = false, short = false, hint, changed } = props;
  const field = `${name}-${id}`;
  const error = errors.of(name);
  const described = [hint ? `${field}-hint` : '', error ? `${field}-error` : ''].filter(Boolean).join(' ') || undefined;
  const input = {
    id: field,
    name,
    defaultValue: value,
    'aria-describedby': described,
    'aria-invalid': error ? ('true' as const) : undefined,
    onInput: (event: { currentTarget: HTMLInputElement }) => {
      errors.mended(name);
      changed?.(event.currentTarget);
    },
  };
  return (
    <div class={error ? 'field wrong' : 'field'}>
      <label for={field}>{label}</label>
      {hint ? (
        <p class="hint" id={`${field}-hint`}>
          {hint}
        </p>
      ) : null}
      {error ? (
        <p class="error" id={`${field}-error`}>
          {error}
        </p>
      ) : null}
      {day ? (
        <input {...input} type="date" />
      ) : (
        <input
          {...input}
          class={short ? 'short' : undefined}
          maxlength={most}
          autocomplete="off"
          required={REQUIRED.includes(name)}
        />
      )}
    </div>
  );
}

type PartnerFieldsProps = { id: string; partner: Partner | null; errors: FieldErrors };

/** What is kept of an organisation: its name, the paper under which it gives lists, and whom to write to. */
export function PartnerFields({ id, partner, errors }: PartnerFieldsProps) {
  const words = useWords(deskPeopleMessages);
  const { agreement, contact } = partner ?? {};
  const field = (name: string, value: string | null | undefined, most: number) => ({
    id,
    name,
    value: value ?? '',
    most,
    errors,
  });
  const inOrder = ({ form }: HTMLInputElement) => form && refuseBackwards(form, words('partners.backwards'));
  return (
    <>
      <PartnerField
        {...field('name', partner?.name, 200)}
        label={words('partners.name')}
        hint={words('partners.nameHint')}
      />
      <PartnerField
        {...field('country', partner?.country, 2)}
        label={words('partners.country')}
        hint={words('partners.countryHint')}
        short
      />
      <PartnerField {...field('agreement', agreement?.number, 100)} label={words('partners.agreement')} />
      <PartnerField
        {...field('signedOn', agreement?.signedOn, 10)}
        label={words('partners.signedOn')}
        day
        changed={inOrder}
      />
      <PartnerField
        {...field('validUntil', agreement?.validUntil, 10)}
        label={words('partners.validUntil')}
        day
        changed={inOrder}
      />
      <fieldset>
        <legend>{words('partners.contact')}</legend>
        <p class="hint">{words('partners.contactHint')}</p>
        <PartnerField {...field('contactName', contact?.name, 200)} label={words('people.name')} />
        <PartnerField {...field('contactEmail', contact?.email, 254)} label={words('people.email')} />
        <PartnerField {...field('contactPhone', contact?.phone, 40)} label={words('partners.phone')} />
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
