import { spellingLanguage } from '../../parts/letter-runs.ts';
import { Spelling } from '../../parts/spelling.tsx';
import { TableHead } from '../../parts/table-head.tsx';
import { wordFor } from '../say-on-desk.ts';
import { useSession } from '../session.tsx';
import { type CompareRow, compareRows } from './evidence-rows.ts';
import { markedWords } from './marked-words.ts';
import type { Evidence } from './shapes.ts';

/** A request beside a soldier, or two soldiers beside each other. */
const SIDES = {
  request: { heads: ['evidence.asked', 'evidence.found'], labels: ['evidence.askedShort', 'evidence.foundShort'] },
  families: { heads: ['families.this', 'families.other'], labels: ['families.this', 'families.other'] },
  soldiers: { heads: ['merge.this', 'merge.other'], labels: ['merge.this', 'merge.other'] },
} as const;
type Sides = keyof typeof SIDES;

type CompareProps = { evidence: Evidence[]; labelledBy: string; sides?: Sides };

/** Side by side, always in the same order: what the family wrote, what documents say, and how far they agree. */
export function CompareTable({ evidence, labelledBy, sides = 'request' }: CompareProps) {
  const { say } = useSession();
  const [asked, found] = SIDES[sides].heads;
  return (
    <table class="records compare" role="table" aria-labelledby={labelledBy}>
      <TableHead heads={[say('evidence.field'), say(asked), say(found), say('evidence.likeness')]} />
      <tbody role="rowgroup">
        {compareRows(evidence).map((row) => (
          <Row key={row.id} row={row} sides={sides} />
        ))}
      </tbody>
    </table>
  );
}

/** Whether any letter is marked: only then is there something to explain. */
export function hasMarks(evidence: Evidence[]): boolean {
  return compareRows(evidence).some(({ kind, asked, found }) => {
    if (asked === null || found === null || kind === 'fate' || kind === 'sex') return false;
    return [...markedWords(asked, found), ...markedWords(found, asked)].some(({ marked }) => marked);
  });
}

function Row({ row, sides }: { row: CompareRow; sides: Sides }) {
  const { say } = useSession();
  const { kind, asked, found, lived, likeness } = row;
  const [askedLabel, foundLabel] = SIDES[sides].labels;
  return (
    <tr role="row">
      <th scope="row" role="rowheader">
        {say(row.label)}
      </th>
      <td role="cell" data-label={say(askedLabel)}>
        <Value kind={kind} value={asked} beside={found} />
        {lived?.asked ? <Lived /> : null}
      </td>
      <td role="cell" data-label={say(foundLabel)}>
        <Value kind={kind} value={found} beside={asked} />
        {lived?.found ? <Lived /> : null}
      </td>
      <td role="cell" data-label={say('evidence.likeness')}>
        <span class={`agree ${likeness.sign === 'for' ? '' : likeness.sign}`}>{say(likeness.word)}</span>
      </td>
    </tr>
  );
}

/** Where he lived is no birthplace, though for want of one it was compared with it. */
function Lived() {
  const { say } = useSession();
  return <span class="note">{say('evidence.lived')}</span>;
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
