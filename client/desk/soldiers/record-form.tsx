import { ROW_FIELD_LIMITS, type RowField } from '../../../server/domain/row.ts';
import type { ApiError } from '../api.ts';
import { Trouble } from '../notices.tsx';
import { textOf } from '../requests/paper-form.tsx';
import { useSession } from '../session.tsx';

/** What a record usually says, in the order of a card; the source at the end, where it stands on the card too. */
const GROUPS = [
  { legend: 'record.who', fields: ['familyName', 'givenName', 'patronymic', 'birthDate', 'birthPlace', 'nationality'] },
  { legend: 'record.service', fields: ['conscriptionDate', 'conscriptionPlace', 'rank', 'unit', 'relatives'] },
  {
    legend: 'record.fate',
    fields: ['fate', 'fateDate', 'fatePlace', 'captureDate', 'capturePlace', 'camp', 'campNumber', 'hospital'],
  },
  { legend: 'record.grave', fields: ['burialSite', 'burialCountry', 'burialPlace', 'grave'] },
  {
    legend: 'record.source',
    fields: ['sourceUrl', 'documentType', 'archive', 'fond', 'opis', 'delo', 'sheet', 'notes'],
  },
] as const satisfies readonly { legend: string; fields: readonly RowField[] }[];

type RecordFormProps = {
  /** Tells one such form of the page from another. */
  id: string;
  values?: Record<string, string>;
  submit: string;
  busy: boolean;
  error: ApiError | null;
  send: (row: Record<string, string>) => void;
};

/** A record as it is written elsewhere, copied letter by letter. */
export function RecordForm({ id, values = {}, submit, busy, error, send }: RecordFormProps) {
  const { say } = useSession();
  return (
    <form
      class="card"
      onSubmit={(event) => {
        event.preventDefault();
        send(rowOf(new FormData(event.currentTarget), values));
      }}
    >
      {error ? <Trouble error={error} /> : null}
      <p class="soft">{say('record.asWritten')}</p>
      {GROUPS.map(({ legend, fields }) => (
        <fieldset key={legend}>
          <legend>{say(legend)}</legend>
          <div class="three">
            {fields.map((field) => (
              <div class="field" key={field}>
                <label for={`${id}-${field}`}>{say(`field.${field}`)}</label>
                <input
                  id={`${id}-${field}`}
                  name={field}
                  inputmode={field === 'sourceUrl' ? 'url' : 'text'}
                  maxlength={ROW_FIELD_LIMITS[field]}
                  defaultValue={values[field] ?? ''}
                  autocomplete="off"
                />
              </div>
            ))}
          </div>
        </fieldset>
      ))}
      <p class="actions">
        <button class="quiet" type="submit" disabled={busy}>
          {submit}
        </button>
      </p>
    </form>
  );
}

/** Fields that this form does not show stay as they were. */
function rowOf(fields: FormData, values: Record<string, string>): Record<string, string> {
  const shown = GROUPS.flatMap((group) =>
    group.fields.map((field): [string, string] => [field, textOf(fields, field)]),
  );
  return Object.fromEntries(
    Object.entries({ ...values, ...Object.fromEntries(shown) }).filter(([, text]) => text !== ''),
  );
}
