import type { Say } from './say.ts';

/** One soldier in a list: his name and one line of life and fate. */
export type PersonLine = PersonName & { href: string; life: string; example: boolean };

export type PersonName = {
  name: string;
  nameLang: string;
  /** The name letter by letter in Cyrillic, of a man whom all papers write in a script that few can read. */
  reading: string | null;
};

/** His name as a link, and how it is read where hardly anybody could. */
export function NameLink({ say, href, name, nameLang, reading, example }: Omit<PersonLine, 'life'> & { say: Say }) {
  return (
    <>
      <a href={href} lang={nameLang}>
        {name}
      </a>
      {reading ? (
        <span class="reading">
          <span lang="kk">{reading}</span> <span class="small soft">({say('people.byLetters')})</span>
        </span>
      ) : null}
      {example ? <span class="small soft"> ({say('search.example')})</span> : null}
    </>
  );
}

/** Said above a list by the alphabet that holds names in Latin letters: where they stand, and why some are in the genitive. */
export function NamesOrder({ say, people }: { say: Say; people: readonly PersonName[] }) {
  return people.some(({ name }) => /[a-z]/i.test(name)) ? <p class="small soft">{say('people.order')}</p> : null;
}

/** People by the alphabet. */
export function PeopleList({ say, people }: { say: Say; people: PersonLine[] }) {
  return (
    <>
      <NamesOrder say={say} people={people} />
      <ol class="results">
        {people.map((person) => (
          <li key={person.href}>
            <h3>
              <NameLink say={say} {...person} />
            </h3>
            <p>{person.life}</p>
          </li>
        ))}
      </ol>
    </>
  );
}
