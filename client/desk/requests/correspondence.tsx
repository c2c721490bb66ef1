import { useState } from 'preact/hooks';
import { useSession } from '../session.tsx';
import { timeText } from '../time-text.ts';
import { useResource } from '../use-resource.ts';
import { PaperForm } from './paper-form.tsx';
import type { Template } from './shapes.ts';
import type { CaseWork } from './use-case.ts';

/** What was written to the family and what it answered. */
export function Correspondence(work: CaseWork) {
  const { say, language } = useSession();
  const { request } = work;
  return (
    <section aria-labelledby="messages">
      <h2 id="messages" tabIndex={-1}>
        {say('message.title')}
      </h2>
      <ol class="path">
        {request.messages.map((message) => (
          <li key={message.id}>
            <p class="soft">
              {say(message.direction === 'to_family' ? 'message.toFamily' : 'message.fromFamily')},{' '}
              {timeText(message.at, language)}
            </p>
            <p lang={request.language}>{message.text}</p>
          </li>
        ))}
      </ol>
      {request.status === 'withdrawn' ? null : <NewMessage {...work} />}
    </section>
  );
}

type Draft = { template: string; text: string; question: boolean };
const EMPTY: Draft = { template: '', text: '', question: true };

/** A prepared text is put into the field in the family's language, where it may be changed before it goes out. */
function NewMessage(work: CaseWork) {
  const { say, language } = useSession();
  const templates = useResource<{ items: Template[] }>('/desk/message-templates').data?.items ?? [];
  const [draft, setDraft] = useState<Draft>(EMPTY);
  const family = work.request.language;

  function choose(id: string) {
    const template = templates.find((one) => one.id === id);
    setDraft(template ? { template: id, text: template[family], question: template.question } : EMPTY);
  }

  const unchanged = templates.some(({ id, [family]: text }) => id === draft.template && text === draft.text);
  const content = unchanged ? { template: draft.template } : { text: draft.text.trim() };
  return (
    <PaperForm
      {...work}
      path="messages"
      heading="messages"
      fold={say('message.write')}
      submit={say('message.send')}
      bodyOf={() => ({ ...content, question: draft.question })}
      onSent={() => setDraft(EMPTY)}
    >
      <div class="field">
        <label for="template">{say('message.template')}</label>
        <select id="template" value={draft.template} onChange={(event) => choose(event.currentTarget.value)}>
          <option value="">{say('message.own')}</option>
          {templates.map((template) => (
            <option key={template.id} value={template.id}>
              {template[language]}
            </option>
          ))}
        </select>
      </div>
      <div class="field">
        <label for="message">{say('message.text')}</label>
        <p class="hint" id="message-hint">
          {say('message.language', { language: say(`language.${family}`) })}
        </p>
        <textarea
          id="message"
          rows={4}
          required
          maxlength={4000}
          lang={family}
          aria-describedby="message-hint"
          value={draft.text}
          onInput={(event) => setDraft({ ...draft, text: event.currentTarget.value })}
        />
      </div>
      <label class="check">
        <input
          type="checkbox"
          checked={draft.question}
          onChange={(event) => setDraft({ ...draft, question: event.currentTarget.checked })}
        />
        <span>{say('message.question')}</span>
      </label>
    </PaperForm>
  );
}
