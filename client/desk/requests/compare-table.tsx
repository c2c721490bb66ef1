import { spellingLanguage } from '../../parts/letter-runs.ts';
import { Spelling } from '../../parts/spelling.tsx';
import { type DeskKey, wordFor } from '../say-on-desk.ts';
import { useSession } from '../session.tsx';
import { markedWords } from './marked-words.ts';
import type { Evidence } from './shapes.ts';

/** Side by side, always in the same order: what the family wrote, what documents say, and how far they agree. */
export function CompareTable({ evidence, labelledBy }: { evidence: Evidence[]; labelledBy: string }) {
  const { say } = useSession();
  const known = evidence.filter(({ requestValue, soldierValue }) => requestValue !== null || soldierValue !== null);
  return (
    <table class="records compare" role="table" aria-labelledby={labelledBy}>
      <thead role="rowgroup">
        <tr role="row">
          {(['evidence.field', 'evidence.asked', 'evidence.found', 'evidence.likeness'] as const).map((key) => (
            <th key={key} scope="col" role="columnheader">
              {say(key)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {known.map((one) => (
          <Row key={one.kind} evidence={one} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ evidence }: { evidence: Evidence }) {
  const { say } = useSession();
  const { kind, requestValue, soldierValue } = evidence;
  return (
    <tr role="row">
      <th scope="row" role="rowheader">
        {say(`evidence.${kind}` as DeskKey)}
      </th>
      <td role="cell" data-label={say('evidence.asked')}>
        <Value kind={kind} value={requestValue} beside={soldierValue} />
      </td>
      <td role="cell" data-label={say('evidence.found')}>
        <Value kind={kind} value={soldierValue} beside={requestValue} />
      </td>
      <td role="cell" data-label={say('evidence.likeness')}>
        <Likeness evidence={evidence} />
      </td>
    </tr>
  );
}

function Value({ kind, value, beside }: { kind: string; value: string | null; beside: string | null }) {
  const { say } = useSession();
  if (value === null) return <>–</>;
  if (kind === 'fate' || kind === 'sex') return <>{codesInWords(value, (code) => wordFor(say, kind, code))}</>;
  return <Spelling runs={markedWords(value, beside)} lang={spellingLanguage(value)} />;
}

/** A fate comes as a code, with its date behind a comma: `missing, 1942`. */
function codesInWords(value: string, word: (code: string) => string): string {
  return value
    .split(', ')
    .map((part) => word(part))
    .join(', ');
}

/** In sign and word, so that neither colour nor a picture is needed. A name is told part by part. */
function Likeness({ evidence }: { evidence: Evidence }) {
  const { say } = useSession();
  const { kind, reason } = evidence;
  const word = likenessOf(evidence);
  const parts = kind === 'name' ? (['family', 'given', 'patronymic'] as const) : [];
  const levels = parts.flatMap((part) => {
    const level = reason.values[part];
    return level === undefined ? [] : [{ field: NAME_FIELDS[part], level }];
  });
  return (
    <div>
      <span class={`agree ${word === 'against' || word === 'none' ? word : ''}`}>{say(`likeness.${word}`)}</span>
      {levels.map(({ field, level }) => (
        <span class="where" key={field}>
          {say(field)}: {say(`part.${level}` as DeskKey)}
        </span>
      ))}
    </div>
  );
}

const NAME_FIELDS = { family: 'field.familyName', given: 'field.givenName', patronymic: 'field.patronymic' } as const;

/** Below this a difference speaks against him so clearly that it is called a contradiction; in bits. */
const CONTRADICTS = -2;

function likenessOf({ score, weight }: Evidence): 'same' | 'near' | 'partly' | 'differs' | 'against' | 'none' {
  if (score === null) return 'none';
  if (score >= 0.99) return 'same';
  if (weight <= CONTRADICTS) return 'against';
  if (score >= 0.7) return 'near';
  return score > 0 ? 'partly' : 'differs';
}
