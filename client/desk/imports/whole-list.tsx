import type { DeskKey } from '../say-on-desk.ts';
import { useSession } from '../session.tsx';
import type { ImportItem } from './shapes.ts';

/** What holds for every row of a list and stands in none of its columns. */
const FIELDS = ['burialCountry', 'burialSite', 'burialPlace', 'camp', 'documentType', 'archive', 'sourceUrl'] as const;

export type WholeList = { constants: Record<string, string>; asOf: string };

export const wholeListOf = ({ constants, asOf }: ImportItem): WholeList => ({ constants, asOf: asOf ?? '' });

/** As the API takes it; only what was changed, so that a partner who changes nothing sends nothing. */
export function toldOf(
  whole: WholeList,
  item: ImportItem,
): { constants?: Record<string, string>; asOf?: string | null } {
  const filled = Object.entries(whole.constants).filter(([, value]) => value.trim() !== '');
  const constants = Object.fromEntries(filled.map(([field, value]) => [field, value.trim()]));
  const asOf = whole.asOf.trim() || null;
  return {
    ...(JSON.stringify(constants) === JSON.stringify(item.constants) ? {} : { constants }),
    ...(asOf === item.asOf ? {} : { asOf }),
  };
}

type WholeListProps = { whole: WholeList; change: (whole: WholeList) => void };

/** Country, place and source of a whole list: a value in a row itself goes before. */
export function WholeListFields({ whole, change }: WholeListProps) {
  const { say } = useSession();
  const { constants, asOf } = whole;
  const isFilled = asOf !== '' || FIELDS.some((field) => constants[field]);
  return (
    <details open={isFilled}>
      <summary>{say('imports.whole')}</summary>
      <p class="hint">{say('imports.wholeHint')}</p>
      {FIELDS.map((field) => (
        <div class="field" key={field}>
          <label for={`whole-${field}`}>{say(`field.${field}` as DeskKey)}</label>
          <input
            id={`whole-${field}`}
            value={constants[field] ?? ''}
            maxlength={field === 'sourceUrl' ? 500 : 120}
            autocomplete="off"
            onInput={(event) => change({ ...whole, constants: { ...constants, [field]: event.currentTarget.value } })}
          />
        </div>
      ))}
      <div class="field">
        <label for="whole-as-of">{say('imports.asOf')}</label>
        <p class="hint" id="as-of-hint">
          {say('imports.asOfHint')}
        </p>
        <input
          id="whole-as-of"
          class="short"
          value={asOf}
          maxlength={10}
          pattern="(18[0-9]{2}|19[0-9]{2}|20[0-9]{2})(-[0-9]{2}){0,2}"
          aria-describedby="as-of-hint"
          autocomplete="off"
          onInput={(event) => change({ ...whole, asOf: event.currentTarget.value })}
        />
      </div>
    </details>
  );
}
