import { useSession } from '../session.tsx';
import { PaperForm, textOf } from './paper-form.tsx';
import type { CaseWork } from './use-case.ts';

/** Ends the search for now, or begins it again; always with a reason, which stays in the audit. */
export function Closing(work: CaseWork) {
  const { say } = useSession();
  const { status } = work.request;
  if (status === 'withdrawn') return null;
  const ended = status === 'closed' || status === 'nothing_found';
  return (
    <section aria-labelledby="closing">
      <h2 id="closing" tabIndex={-1}>
        {say('close.title')}
      </h2>
      <PaperForm
        {...work}
        path={ended ? 'reopen' : 'close'}
        heading="closing"
        fold={say(ended ? 'close.reopen' : 'close.end')}
        submit={say('request.save')}
        bodyOf={(fields) => ({
          reason: textOf(fields, 'close-reason'),
          ...(ended ? {} : { as: textOf(fields, 'as') }),
        })}
      >
        {ended ? null : <Outcomes mayFindNothing={status !== 'identified'} />}
        <div class="field">
          <label for="close-reason">{say('close.reason')}</label>
          <textarea id="close-reason" name="close-reason" rows={2} required maxlength={2000} />
        </div>
      </PaperForm>
    </section>
  );
}

function Outcomes({ mayFindNothing }: { mayFindNothing: boolean }) {
  const { say } = useSession();
  const outcomes = mayFindNothing ? (['nothing_found', 'closed'] as const) : (['closed'] as const);
  return (
    <div class="field" role="group" aria-labelledby="closing">
      {outcomes.map((outcome, index) => (
        <label class="check" key={outcome}>
          <input type="radio" name="as" value={outcome} defaultChecked={index === 0} />
          <span>{say(outcome === 'closed' ? 'close.close' : 'close.nothing')}</span>
        </label>
      ))}
    </div>
  );
}
