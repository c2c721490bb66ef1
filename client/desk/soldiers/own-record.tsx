import { useAnnounce } from '../announcer.tsx';
import { focusOn } from '../focus.ts';
import { useSession } from '../session.tsx';
import { useChange } from '../use-change.ts';
import { ReasonForm } from './reason-form.tsx';
import { RecordForm } from './record-form.tsx';
import type { Mention } from './shapes.ts';

type OwnRecordProps = { mention: Mention; changed: () => void };

/** A record that a volunteer copied may be copied better, or taken back. What a list brought is the partner's to correct. */
export function OwnRecord({ mention, changed }: OwnRecordProps) {
  return (
    <>
      <Correct mention={mention} changed={changed} />
      <TakeBack mention={mention} changed={changed} />
    </>
  );
}

function Correct({ mention, changed }: OwnRecordProps) {
  const { say } = useSession();
  const announce = useAnnounce();
  const { busy, error, send } = useChange();
  async function correct(row: Record<string, string>) {
    const change = { method: 'PUT', body: { row }, ifMatch: `"v${mention.version}"` };
    if ((await send(`/desk/mentions/${mention.id}`, change)) === null) return;
    announce(say('record.saved'));
    changed();
    focusOn('papers');
  }
  return (
    <details>
      <summary>{say('record.correct')}</summary>
      <RecordForm
        key={mention.version}
        id={`record-${mention.id}`}
        values={mention.written}
        submit={say('record.save')}
        busy={busy}
        error={error}
        send={(row) => void correct(row)}
      />
    </details>
  );
}

function TakeBack({ mention, changed }: OwnRecordProps) {
  const { say } = useSession();
  const announce = useAnnounce();
  const { busy, error, send } = useChange();
  async function takeBack(reason: string) {
    if ((await send(`/desk/mentions/${mention.id}/withdraw`, { body: { reason } })) === null) return;
    announce(say('record.withdrawn'));
    changed();
    focusOn('papers');
  }
  return (
    <details>
      <summary>{say('record.withdraw')}</summary>
      <ReasonForm
        id={`back-${mention.id}`}
        submit={say('record.withdraw')}
        busy={busy}
        error={error}
        send={(why) => void takeBack(why)}
      />
    </details>
  );
}
