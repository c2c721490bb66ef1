import type { Say } from './say.ts';

/** One soldier in a list: his name and one line of life and fate. */
export type PersonLine = { href: string; name: string; life: string; example: boolean };

export function PeopleList({ say, people }: { say: Say; people: PersonLine[] }) {
  return (
    <ol class="results">
      {people.map((person) => (
        <li key={person.href}>
          <h3>
            <a href={person.href}>{person.name}</a>
            {person.example ? <span class="small soft"> ({say('search.example')})</span> : null}
          </h3>
          <p>{person.life}</p>
        </li>
      ))}
    </ol>
  );
}
