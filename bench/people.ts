import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Person } from './distortions.ts';
import type { Seeded } from './seeded.ts';
import { inRussian } from './spellings.ts';

/** One true pair: two writings of one name. */
export type Pair = { id: string; a: string; b: string; kind: string; scripts: string };
export type NameLists = {
  kazakhGiven: string[];
  kazakhFamily: string[];
  russianGiven: Counted;
  russianFamily: string[];
  pairs: Pair[];
  from: string;
};
type Counted = { names: string[]; sums: number[] };

const OWN = new URL('./names/', import.meta.url).pathname;
const KAZAKH_SIGN = /[әіңғүұқөһ]|бай|бек|жан|нұр|хан|али|тай|мұрат|ай/i;
const WORD = /^[А-ЯЁӘІҢҒҮҰҚӨҺ][а-яёәіңғүұқөһ]{2,}$/u;

const lines = (folder: string, file: string): string[] =>
  readFileSync(join(folder, file), 'utf8')
    .split('\n')
    .map((line) => line.replace(/\r$/, ''))
    .filter((line) => line !== '');

function counted(rows: readonly (readonly [string, number])[]): Counted {
  let sum = 0;
  return { names: rows.map(([name]) => name), sums: rows.map(([, count]) => (sum += count ** 0.75)) };
}

function pairsOf(file: string[]): Pair[] {
  return file.slice(1).map((line) => {
    const [id = '', a = '', scriptA = '', b = '', scriptB = '', origin = ''] = line.split('\t');
    return { id, a, b, kind: origin.split('/').slice(0, 2).join('/'), scripts: `${scriptA} > ${scriptB}` };
  });
}

/** The lists to measure with: a folder of large ones where there is one, else the small ones beside this file. */
export function nameLists(folder = process.env.NAMES_DIR ?? '../shared/names'): NameLists {
  if (!existsSync(join(folder, 'name-pairs-public.tsv'))) return ownLists();
  const frequency = join(folder, 'frequency');
  const men = lines(frequency, 'ru-given-names.tsv')
    .slice(1)
    .map((line) => line.split('\t'))
    .filter(([name, , sex]) => sex === 'm' && /^[А-Яа-яЁё]{3,}$/u.test(name ?? ''));
  const given = lines(frequency, 'kk-given-names-list.txt').filter((name) => WORD.test(name) && KAZAKH_SIGN.test(name));
  return {
    kazakhGiven: given,
    kazakhFamily: lines(frequency, 'kk-surnames-list.txt').filter((name) => WORD.test(name) && KAZAKH_SIGN.test(name)),
    russianGiven: counted(men.map(([name = '', count]) => [name, Number(count)])),
    russianFamily: lines(frequency, 'ru-surnames-list.txt').filter((name) => WORD.test(name)),
    pairs: pairsOf(lines(folder, 'name-pairs-public.tsv')),
    from: folder,
  };
}

function ownLists(): NameLists {
  const words = (file: string): string[] => lines(OWN, file).flatMap((line) => line.split(/\s+/));
  return {
    kazakhGiven: words('kazakh-given.txt'),
    kazakhFamily: [],
    russianGiven: counted(words('russian-given.txt').map((name, index) => [name, 1000 / (index + 1)])),
    russianFamily: words('russian-family.txt'),
    pairs: pairsOf(lines(OWN, 'pairs.tsv')),
    from: 'bench/names',
  };
}

const familyOf = (father: string): string => father + (/[йиеіь]$/u.test(father) ? 'ев' : 'ов');

function patronymicOf(father: string): string {
  if (/й$/u.test(father)) return `${father.slice(0, -1)}евич`;
  if (/[аяь]$/u.test(father)) return `${father.slice(0, -1)}ович`;
  return `${father}ович`;
}

function kazakh(lists: NameLists, chance: Seeded): Person {
  const listed = lists.kazakhFamily.length > 0 && chance.chance(0.35);
  const family = listed ? chance.pick(lists.kazakhFamily) : familyOf(chance.pick(lists.kazakhGiven));
  const person = { family, given: chance.pick(lists.kazakhGiven), patronymic: chance.pick(lists.kazakhGiven) };
  if (chance.chance(0.5)) return { ...person, patronymic: `${person.patronymic}ұлы` };
  return {
    family: inRussian(family),
    given: inRussian(person.given),
    patronymic: patronymicOf(inRussian(person.patronymic)),
  };
}

function slavic(lists: NameLists, chance: Seeded): Person {
  const { names, sums } = lists.russianGiven;
  return {
    family: chance.pick(lists.russianFamily),
    given: chance.weighted(names, sums),
    patronymic: patronymicOf(chance.weighted(names, sums)),
  };
}

/** Invented people, half of Kazakh and half of Slavic names; a quarter without patronymic, a tenth with one word only. */
export function* inventedPeople(count: number, lists: NameLists, chance: Seeded): Generator<Person> {
  for (let made = 0; made < count; made++) {
    const person = chance.chance(0.5) ? kazakh(lists, chance) : slavic(lists, chance);
    const known = chance.next();
    if (known < 0.1) yield { ...person, given: '', patronymic: '' };
    else yield known < 0.35 ? { ...person, patronymic: '' } : person;
  }
}
