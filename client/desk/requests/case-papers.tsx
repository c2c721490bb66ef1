import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { type ApiError, call } from '../api.ts';
import { Trouble } from '../notices.tsx';
import { useSession } from '../session.tsx';
import { timeText } from '../time-text.ts';
import { asApiError } from '../use-resource.ts';
import type { RequestProps } from './request-view.tsx';

/** Where was searched, with how many hits: so that nobody searches the same again. */
export function SearchLog(props: RequestProps) {
  const { say, language } = useSession();
  const { searches } = props.request;
  return (
    <section aria-labelledby="log">
      <h2 id="log">{say('log.title')}</h2>
      {searches.length === 0 ? <p>{say('log.empty')}</p> : null}
      <table class="records" role="table" aria-labelledby="log" hidden={searches.length === 0}>
        <thead role="rowgroup">
          <tr role="row">
            {(['log.when', 'log.where', 'log.what', 'log.hits'] as const).map((key) => (
              <th key={key} scope="col" role="columnheader">
                {say(key)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {searches.map((search) => (
            <tr role="row" key={search.id}>
              <th scope="row" role="rowheader">
                {timeText(search.at, language)}
              </th>
              <td role="cell" data-label={say('log.where')}>
                {search.where}
              </td>
              <td role="cell" data-label={say('log.what')}>
                {search.what}
              </td>
              <td role="cell" data-label={say('log.hits')}>
                {search.hits}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <PaperForm {...props} path="searches" submit={say('log.add')} numbers={['hits']}>
        <div class="field">
          <label for="where">{say('log.where')}</label>
          <input id="where" name="where" required maxlength={200} />
        </div>
        <div class="field">
          <label for="what">{say('log.what')}</label>
          <input id="what" name="what" required maxlength={500} />
        </div>
        <div class="field">
          <label for="hits">{say('log.hits')}</label>
          <input class="short" id="hits" name="hits" type="number" min={0} max={100000} required />
        </div>
      </PaperForm>
    </section>
  );
}

export function Correspondence(props: RequestProps) {
  const { say, language } = useSession();
  return (
    <section aria-labelledby="messages">
      <h2 id="messages">{say('message.title')}</h2>
      <ol class="path">
        {props.request.messages.map((message) => (
          <li key={message.id}>
            <p class="soft">
              {say(message.direction === 'to_family' ? 'message.toFamily' : 'message.fromFamily')},{' '}
              {timeText(message.at, language)}
            </p>
            <p>{message.text}</p>
          </li>
        ))}
      </ol>
      <PaperForm {...props} path="messages" submit={say('message.send')}>
        <div class="field">
          <label for="message">{say('message.text')}</label>
          <textarea id="message" name="text" rows={3} required maxlength={2000} />
        </div>
      </PaperForm>
    </section>
  );
}

export function Notes(props: RequestProps) {
  const { say, language } = useSession();
  return (
    <section aria-labelledby="notes">
      <h2 id="notes">{say('notes.title')}</h2>
      <ol class="path">
        {props.request.notes.map((note) => (
          <li key={note.id}>
            <p>{note.text}</p>
            <p class="soft">
              {note.by.name}, {timeText(note.at, language)}
            </p>
          </li>
        ))}
      </ol>
      <PaperForm {...props} path="notes" submit={say('notes.add')}>
        <div class="field">
          <label for="note">{say('notes.text')}</label>
          <textarea id="note" name="text" rows={3} required maxlength={2000} />
        </div>
      </PaperForm>
    </section>
  );
}

type PaperFormProps = RequestProps & { path: string; submit: string; numbers?: string[]; children: ComponentChildren };

/** A small form that adds one paper to the case; what was written stays when sending fails. */
function PaperForm({ request, etag, reload, path, submit, numbers = [], children }: PaperFormProps) {
  const [error, setError] = useState<ApiError | null>(null);

  async function send(form: HTMLFormElement) {
    const fields = [...new FormData(form)].map(([name, value]) => [
      name,
      numbers.includes(name) ? Number(value) : String(value),
    ]);
    setError(null);
    try {
      await call(`/desk/requests/${request.id}/${path}`, {
        method: 'POST',
        ifMatch: etag,
        body: Object.fromEntries(fields),
      });
      form.reset();
    } catch (cause) {
      setError(asApiError(cause));
    }
    reload();
  }

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void send(event.currentTarget);
      }}
    >
      {error ? <Trouble error={error} /> : null}
      {children}
      <p class="actions">
        <button class="quiet" type="submit">
          {submit}
        </button>
      </p>
    </form>
  );
}
