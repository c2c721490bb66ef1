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
