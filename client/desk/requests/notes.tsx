import { useSession } from '../session.tsx';
import { timeText } from '../time-text.ts';
import { PaperForm, textOf } from './paper-form.tsx';
import type { CaseWork } from './use-case.ts';

/** What volunteers tell each other; the family never sees it. */
export function Notes(work: CaseWork) {
  const { say, language } = useSession();
  return (
    <section aria-labelledby="notes">
      <h2 id="notes" tabIndex={-1}>
        {say('notes.title')}
      </h2>
      <ol class="path">
        {work.request.notes.map((note) => (
          <li key={note.id}>
            <p>{note.text}</p>
            <p class="soft">
              {note.by.name}, {timeText(note.at, language)}
            </p>
          </li>
        ))}
      </ol>
      <PaperForm
        {...work}
        path="notes"
        heading="notes"
        submit={say('notes.add')}
        bodyOf={(fields) => ({ text: textOf(fields, 'text') })}
      >
        <div class="field">
          <label for="note">{say('notes.text')}</label>
          <textarea id="note" name="text" rows={3} required maxlength={4000} />
        </div>
      </PaperForm>
    </section>
  );
}
