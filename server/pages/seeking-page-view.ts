import type { SeekingProps } from '../../client/pages/seeking-relatives-page.tsx';
import type { MessageKey } from '../../client/parts/say.ts';
import type { SeekingCounts } from '../soldiers/seeking-service.ts';
import type { SoldierPage } from '../soldiers/soldier-list-store.ts';
import { lifeLine, type PageContext, personLine } from './page-words.ts';

export type SeekingAsked = { oblast?: string | undefined; district?: string | undefined };

type Shown = Omit<SeekingProps, 'say' | 'language' | 'publicUrl' | 'example'>;

/** Whose families are sought, by oblast and district. `oblastsOf`: in which oblasts of the war years a district stood. */
export function seekingView(
  { counts, people }: { counts: SeekingCounts; people: SoldierPage },
  { oblast, district, oblastsOf }: SeekingAsked & { oblastsOf: (district: string) => readonly string[] },
  page: PageContext,
): Shown {
  const { say, language, labels } = page;
  const address = (values: Record<string, string | undefined>): string => {
    const given = Object.entries(values).filter((entry): entry is [string, string] => entry[1] !== undefined);
    const query = new URLSearchParams(given).toString();
    return `/${language}/seeking-relatives${query ? `?${query}` : ''}`;
  };
  const districts = oblast === undefined ? [] : counts.districts.filter(({ id }) => oblastsOf(id).includes(oblast));
  const today = oblast === undefined ? null : say(`oblastToday.${oblast}` as MessageKey);
  return {
    total: counts.total,
    query: new URLSearchParams(
      Object.entries({ oblast, district }).filter((entry) => entry[1] !== undefined) as string[][],
    ).toString(),
    oblasts: counts.oblasts.flatMap(({ id, count }) => {
      const name = labels.oblast(id, language);
      return name === null ? [] : [{ name, count, chosen: id === oblast, href: address({ oblast: id }) }];
    }),
    districts: districts.flatMap(({ id, count }) => {
      const name = labels.place(id, language);
      const chosen = id === district;
      return name === null
        ? []
        : [{ name, count, chosen, href: address({ oblast, district: chosen ? undefined : id }) }];
    }),
    heading: district ? labels.place(district, language) : oblast ? labels.oblast(oblast, language) : null,
    today: today === null ? null : say('place.today', { place: today }),
    people: people.soldiers.map((soldier) => ({
      ...personLine(soldier, lifeLine(soldier.summary, page), page),
      answerHref: `/${language}/requests/new?${new URLSearchParams({ soldier: soldier.id })}`,
    })),
    nextHref: people.next === null ? null : address({ oblast, district, cursor: people.next }),
  };
}
