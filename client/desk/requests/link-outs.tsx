import { useSession } from '../session.tsx';

type Soldier = Record<string, string>;
type Database = { name: string; address: (soldier: Soldier) => string };

const KAZAKH_AS_CLERKS_WROTE: Record<string, string> = {
  ...{ ә: 'а', ғ: 'г', қ: 'к', ң: 'н', ө: 'у', ұ: 'у', ү: 'у', һ: 'х', і: 'и' },
};

/** Russian databases know no Kazakh letter: a name is asked for as a Russian clerk wrote it. */
export function asClerksWrote(text: string): string {
  return text.replace(/[әғқңөұүһі]/giu, (letter) => {
    const plain = KAZAKH_AS_CLERKS_WROTE[letter.toLowerCase()] ?? letter;
    return letter === letter.toLowerCase() ? plain : plain.toUpperCase();
  });
}

function query(soldier: Soldier, names: Record<string, string>): string {
  const values = Object.entries(names).map(([name, field]) => [name, asClerksWrote(soldier[field] ?? '')]);
  return new URLSearchParams(values.filter(([, value]) => value)).toString();
}

/** Where volunteers look by hand. Those that take a name in their address are opened with it. */
export const databases: readonly Database[] = [
  {
    name: 'Память народа',
    address: (soldier) =>
      `https://pamyat-naroda.ru/heroes/?${query(soldier, { last_name: 'familyName', first_name: 'givenName', middle_name: 'patronymic' })}`,
  },
  {
    name: 'ОБД «Мемориал»',
    address: (soldier) =>
      `https://obd-memorial.ru/html/search.htm?${query(soldier, { f: 'familyName', n: 'givenName', s: 'patronymic' })}`,
  },
  { name: 'Arolsen Archives', address: () => 'https://collections.arolsen-archives.org/en/search' },
  { name: 'dokst.ru', address: () => 'https://www.dokst.ru/' },
  { name: 'Батырларға тағзым', address: () => 'https://batyrlarga-tagzym.kz/' },
  { name: 'krigsgraver.no', address: () => 'https://www.krigsgraver.no/' },
  { name: 'Oorlogsgravenstichting', address: () => 'https://oorlogsgravenstichting.nl/' },
];

export function LinkOuts({ soldier }: { soldier: Soldier }) {
  const { say } = useSession();
  return (
    <>
      <h3 id="link-outs">{say('log.linkOuts')}</h3>
      <p class="soft">{say('log.linkOutsNote')}</p>
      <ul class="outs" aria-labelledby="link-outs">
        {databases.map(({ name, address }) => (
          <li key={name}>
            <a class="row" href={address(soldier)} target="_blank" rel="noopener noreferrer">
              {name}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}
