import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { fieldMessages } from '../../messages/fields.ts';
import { importDeskMessages } from '../../messages/import-desk.ts';
import { type ApiError, call } from '../api.ts';
import { Trouble } from '../notices.tsx';
import type { DeskKey } from '../say-on-desk.ts';
import { useSession } from '../session.tsx';
import { asApiError } from '../use-resource.ts';
import type { ImportColumn, ImportItem } from './shapes.ts';
import { toldOf, type WholeList, WholeListFields, wholeListOf } from './whole-list.tsx';

const encodings = [
  'utf-8',
  'windows-1251',
  'rk1048',
  'cp866',
  'koi8-r',
  'windows-1250',
  'windows-1252',
  'utf-16le',
  'utf-16be',
];

/** What a column can be: a field, or several in one text. */
const targetKeys = [
  ...Object.keys(fieldMessages),
  ...Object.keys(importDeskMessages).filter((key) => key.startsWith('target.')),
];
const targetOf = (key: string): string => key.slice(key.indexOf('.') + 1);

type Mapping = Record<string, string | null>;
type ColumnsProps = { item: ImportItem; etag: string | null; reload: () => void };

/** How the file was saved and where its columns go, with samples to judge by. */
export function Columns({ item, etag, reload }: ColumnsProps) {
  const { say } = useSession();
  const [mapping, setMapping] = useState<Mapping>(() =>
    Object.fromEntries(item.columns.map(({ label, target }) => [label, target])),
  );
  const [error, setError] = useState<ApiError | null>(null);
  const [busy, setBusy] = useState(false);
  const { route } = useLocation();
  const [whole, setWhole] = useState<WholeList>(() => wholeListOf(item));
  const [part, setPart] = useState(item.part);
  async function save(body: { mapping?: Mapping; choice?: ImportItem['choice'] }) {
    setBusy(true);
    setError(null);
    try {
      const saidPart = part === item.part ? {} : { part };
      const said = body.mapping ? { ...body, ...toldOf(whole, item), ...saidPart } : body;
      await call(`/imports/${item.id}/mapping`, { method: 'PUT', body: said, ifMatch: etag });
      reload();
      if (body.mapping) route(`/desk/imports/${item.id}/check`);
    } catch (cause) {
      setError(asApiError(cause));
    } finally {
      setBusy(false);
    }
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void save({ mapping });
      }}
    >
      {error ? <Trouble error={error} retry={reload} /> : null}
      <Form item={item} change={(choice) => void save({ choice })} />
      {item.form?.kind === 'json' ? null : <HeaderChoice item={item} change={(choice) => void save({ choice })} />}
      <ColumnsTable
        item={item}
        mapping={mapping}
        choose={(label, target) => setMapping((before) => ({ ...before, [label]: target }))}
      />
      <PartChoice part={part} change={setPart} />
      <WholeListFields whole={whole} change={setWhole} />
      <button type="submit" disabled={busy}>
        {say('imports.saveAndCheck')}
      </button>
    </form>
  );
}

type TableProps = {
  item: ImportItem;
  mapping: Mapping;
  choose: (label: string, target: string | null) => void;
};

function ColumnsTable({ item, mapping, choose }: TableProps) {
  const { say } = useSession();
  return (
    <table class="records">
      <thead>
        <tr>
          <th scope="col">{say('imports.column')}</th>
          <th scope="col">{say('imports.samples')}</th>
          <th scope="col">{say('imports.field')}</th>
          <th scope="col">{say('imports.sure')}</th>
        </tr>
      </thead>
      <tbody>
        {item.columns.map((column) =>
          column.own ? (
            <OwnColumnRow key={column.label} column={column} />
          ) : (
            <ColumnRow
              key={column.label}
              column={column}
              target={mapping[column.label] ?? null}
              choose={(target) => choose(column.label, target)}
            />
          ),
        )}
      </tbody>
    </table>
  );
}

function ColumnRow({
  column,
  target,
  choose,
}: {
  column: ImportColumn;
  target: string | null;
  choose: (target: string | null) => void;
}) {
  const { say } = useSession();
  const id = `column-${column.column}`;
  return (
    <tr>
      <th scope="row">
        <label for={id}>{column.label}</label>
      </th>
      <td>{column.samples.slice(0, 3).join(' · ')}</td>
      <td>
        {column.namesScans ? <p class="hint">{say('imports.scansInZip')}</p> : null}
        <select id={id} value={target ?? ''} onChange={(event) => choose(event.currentTarget.value || null)}>
          <option value="">{say('imports.leaveOut')}</option>
          {targetKeys.map((key) => (
            <option key={key} value={targetOf(key)}>
              {say(key as DeskKey)}
            </option>
          ))}
        </select>
      </td>
      <td>{target !== null && target === column.guess ? `${Math.round(column.confidence * 100)} %` : ''}</td>
    </tr>
  );
}

/** A column of our own file that came back: there is nothing to choose. */
function OwnColumnRow({ column }: { column: ImportColumn }) {
  const { say } = useSession();
  return (
    <tr>
      <th scope="row">{column.label}</th>
      <td>{column.samples[0] ?? ''}</td>
      <td colSpan={2}>{say('imports.ownColumn')}</td>
    </tr>
  );
}

type PartProps = { part: boolean; change: (part: boolean) => void };

/** Whether the file speaks of the whole list: of a part nobody is told as gone. */
function PartChoice({ part, change }: PartProps) {
  const { say } = useSession();
  return (
    <div class="field">
      <label class="check" for="part">
        <input
          id="part"
          type="checkbox"
          checked={part}
          aria-describedby="part-hint"
          onChange={(event) => change(event.currentTarget.checked)}
        />
        <span>{say('imports.part')}</span>
      </label>
      <p class="hint" id="part-hint">
        {say('imports.partHint')}
      </p>
    </div>
  );
}

type ChoiceProps = { item: ImportItem; change: (choice: ImportItem['choice']) => void };

/** Whether the first line names the columns: where its words are unknown nobody but a person can say. */
function HeaderChoice({ item, change }: ChoiceProps) {
  const { say } = useSession();
  return (
    <div class="field">
      <label class="check" for="header">
        <input
          id="header"
          type="checkbox"
          checked={item.firstData > 0}
          onChange={(event) => change({ ...item.choice, header: event.currentTarget.checked })}
        />
        <span>{say('imports.header')}</span>
      </label>
    </div>
  );
}

/** The encoding of a text, the sheet of a workbook: choosing another reads the columns anew. */
function Form({ item, change }: ChoiceProps) {
  const { say } = useSession();
  const { form, choice } = item;
  if (form?.kind === 'csv') {
    return (
      <div class="field">
        <label for="encoding">{say('imports.encoding')}</label>
        {form.encodingSure ? null : <p class="hint">{say('imports.unsure')}</p>}
        <select
          id="encoding"
          value={form.encoding}
          onChange={(event) => change({ ...choice, encoding: event.currentTarget.value })}
        >
          {encodings.map((encoding) => (
            <option key={encoding}>{encoding}</option>
          ))}
        </select>
      </div>
    );
  }
  if (!form || form.sheets.length < 2) return null;
  return (
    <div class="field">
      <label for="sheet">{say('imports.sheet')}</label>
      <select
        id="sheet"
        value={form.sheet ?? ''}
        onChange={(event) => change({ ...choice, sheet: event.currentTarget.value })}
      >
        {form.sheets.map((sheet) => (
          <option key={sheet}>{sheet}</option>
        ))}
      </select>
    </div>
  );
}
