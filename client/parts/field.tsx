import type { ComponentChildren } from 'preact';
import type { Say } from './say.ts';

export type FieldProps = {
  say: Say;
  id: string;
  label: string;
  required?: boolean;
  hint?: string | undefined;
  error?: string | undefined;
  value?: string | undefined;
  maxLength: number;
  rows?: number;
  inputMode?: 'numeric' | 'text' | 'tel' | 'email';
  autoComplete?: string;
  short?: boolean;
  children?: ComponentChildren;
};

/** Label, hint, error, input, in this order: so a screen reader says what is asked before where to write it. */
export function Field(props: FieldProps) {
  const { say, id, label, hint, error, required, children } = props;
  return (
    <div class={error ? 'field wrong' : 'field'}>
      <label for={id}>
        {label}
        {required ? <span class="soft"> {say('request.required')}</span> : null}
      </label>
      {hint ? (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
      {error ? (
        <p class="error" id={`${id}-error`}>
          {error}
        </p>
      ) : null}
      <Input {...props} />
      {children}
    </div>
  );
}

function Input(props: FieldProps) {
  const { id, hint, error, value } = props;
  const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ') || undefined;
  const shared = {
    id,
    name: id,
    maxlength: props.maxLength,
    'aria-describedby': described,
    'aria-invalid': error ? ('true' as const) : undefined,
  };
  if (props.rows) {
    return (
      <textarea {...shared} rows={props.rows}>
        {value}
      </textarea>
    );
  }
  return (
    <input
      {...shared}
      type="text"
      class={props.short ? 'short' : ''}
      inputmode={props.inputMode}
      autocomplete={props.autoComplete ?? 'off'}
      value={value}
    />
  );
}

/** Photographs and papers, from the camera too. After a correction they have to be chosen again: browsers keep no files. */
export function FileField(props: {
  label: string;
  hint?: string;
  error?: string | undefined;
  accept: string;
  required?: boolean;
}) {
  const { label, hint, error } = props;
  const described = [hint ? 'files-hint' : '', error ? 'files-error' : ''].filter(Boolean).join(' ') || undefined;
  return (
    <div class={error ? 'field wrong' : 'field'}>
      <label for="files">{label}</label>
      {hint ? (
        <p class="hint" id="files-hint">
          {hint}
        </p>
      ) : null}
      {error ? (
        <p class="error" id="files-error">
          {error}
        </p>
      ) : null}
      <input
        id="files"
        name="files"
        type="file"
        accept={props.accept}
        multiple
        required={props.required}
        aria-describedby={described}
      />
    </div>
  );
}

export function Check(props: {
  name: string;
  value: string;
  label: string;
  checked?: boolean;
  type?: 'checkbox' | 'radio';
  id?: string;
  lang?: string;
}) {
  return (
    <label class="check">
      <input
        id={props.id}
        name={props.name}
        type={props.type ?? 'checkbox'}
        value={props.value}
        checked={props.checked}
      />
      <span lang={props.lang}>{props.label}</span>
    </label>
  );
}
