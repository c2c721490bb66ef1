import type { Seeded } from './seeded.ts';
import * as spelling from './spellings.ts';

/** A man of the list, his parts apart and in Cyrillic. A patronymic is written out (`Нұрмағамбетұлы`, `Ахметович`). */
export type Person = { family: string; given: string; patronymic: string };

/** What a clerk does to a name. `null`: it does not apply to this one. */
type PartChange = (person: Person, chance: Seeded) => Person | null;
type Distortion = { name: string; kind: 'parts' | 'sound' | 'hand' | 'script'; change: PartChange };

const KAZAKH_LETTERS = /[әғқңөұүһі]/i;
const isKazakh = ({ family, given, patronymic }: Person): boolean => KAZAKH_LETTERS.test(family + given + patronymic);

/** Replaces one place, picked by chance, of those that a rule fits; in any part, the family name first among equals. */
function one(rule: RegExp, make: (found: string, chance: Seeded) => string): PartChange {
  return (person, chance) => {
    const keys = (['family', 'given', 'patronymic'] as const).filter((key) => person[key].search(rule) >= 0);
    if (keys.length === 0) return null;
    const key = chance.chance(0.5) && keys.includes('family') ? 'family' : chance.pick(keys);
    const places = [...person[key].matchAll(new RegExp(rule.source, 'giu'))];
    const place = chance.pick(places);
    const at = place.index;
    const text = place[0];
    const made = make(text.toLowerCase(), chance);
    const shaped = /^\p{Lu}/u.test(text) ? made.charAt(0).toUpperCase() + made.slice(1) : made;
    return { ...person, [key]: person[key].slice(0, at) + shaped + person[key].slice(at + text.length) };
  };
}

/** One of several ways, each list a group whose members are taken for each other. */
const group = (members: string): PartChange => {
  const list = members.split(' ');
  const byLength = [...list].sort((a, b) => b.length - a.length);
  return one(new RegExp(byLength.join('|'), 'iu'), (found, chance) =>
    chance.pick(list.filter((member) => member !== found)),
  );
};

const inRussian: PartChange = (person) =>
  isKazakh(person)
    ? {
        family: spelling.inRussian(person.family),
        given: spelling.inRussian(person.given),
        patronymic: russianPatronymic(person.patronymic),
      }
    : null;

function russianPatronymic(patronymic: string): string {
  const plain = spelling.inRussian(patronymic);
  return plain.replace(/(\p{L})улы$/u, (_, before: string) => (/[йиья]/.test(before) ? 'евич' : `${before}ович`));
}

/** Every part in another writing. Kazakh Cyrillic goes over the Russian paper first for offices that saw only that. */
function written(how: (text: string) => string, fromRussian: boolean): PartChange {
  return (person) => {
    const seen = fromRussian ? (inRussian(person, NO_CHANCE) ?? person) : person;
    return { family: how(seen.family), given: how(seen.given), patronymic: how(seen.patronymic) };
  };
}
const NO_CHANCE = null as unknown as Seeded;

const initial = (text: string): string => (text === '' ? '' : `${text.charAt(0)}.`);
const border =
  /(?<=\p{L}{3})(?:бай|бек|жан|хан|ғали|гали|қали|кали|мұрат|мурат|мағамбет|магамбет|мұхамед|мухамед|берді|берды|берген|келді|құл|кул|тай|нұр|нур)/iu;

export const DISTORTIONS: readonly Distortion[] = [
  {
    name: 'patronymic left out',
    kind: 'parts',
    change: (person) => (person.patronymic ? { ...person, patronymic: '' } : null),
  },
  {
    name: 'initials',
    kind: 'parts',
    change: (person) =>
      person.given ? { ...person, given: initial(person.given), patronymic: initial(person.patronymic) } : null,
  },
  {
    name: 'given name first',
    kind: 'parts',
    change: (person) =>
      person.given ? { family: person.given, given: person.patronymic, patronymic: person.family } : null,
  },
  {
    name: 'family and given name swapped',
    kind: 'parts',
    change: (person) => (person.given ? { ...person, family: person.given, given: person.family } : null),
  },
  {
    name: '-ұлы, -ович, -оглы',
    kind: 'parts',
    change: (person, chance) => {
      const stem = person.patronymic.replace(/(?:ұлы|улы|ович|евич)$/u, '');
      return stem === person.patronymic
        ? null
        : { ...person, patronymic: stem + chance.pick(['ұлы', 'улы', 'ович', 'оглы', ' улы']) };
    },
  },
  {
    name: 'family name without its ending',
    kind: 'parts',
    change: (person) =>
      /(?:ов|ев)$/.test(person.family) && person.given ? { ...person, family: person.family.slice(0, -2) } : null,
  },
  {
    name: 'in an oblique case or feminine',
    kind: 'parts',
    change: (person, chance) =>
      /(?:ов|ев|ин)$/.test(person.family) ? { ...person, family: person.family + chance.pick(['а', 'у', 'ым']) } : null,
  },
  {
    name: 'word split',
    kind: 'parts',
    change: one(border, (found) => ` ${found.charAt(0).toUpperCase()}${found.slice(1)}`),
  },
  {
    name: 'word hyphenated',
    kind: 'parts',
    change: one(border, (found) => `-${found.charAt(0).toUpperCase()}${found.slice(1)}`),
  },
  {
    name: 'given name and patronymic joined',
    kind: 'parts',
    change: (person) =>
      person.patronymic ? { ...person, given: person.given + person.patronymic.toLowerCase(), patronymic: '' } : null,
  },
  { name: 'Russian paper', kind: 'script', change: inRussian },
  { name: 'English', kind: 'script', change: written(spelling.inEnglish, false) },
  { name: 'passport Latin', kind: 'script', change: written(spelling.inPassportLatin, true) },
  { name: 'German', kind: 'script', change: written(spelling.inGerman, true) },
  { name: 'Polish', kind: 'script', change: written(spelling.inPolish, true) },
  { name: 'Polish genitive', kind: 'script', change: written(spelling.inPolishGenitive, true) },
  { name: 'Kazakh Latin 2021', kind: 'script', change: written(spelling.inLatin2021, false) },
  { name: 'Kazakh Latin 2018', kind: 'script', change: written(spelling.inLatin2018, false) },
  { name: 'Yanalif', kind: 'script', change: written(spelling.inYanalif, false) },
  { name: 'Kazakh Arabic', kind: 'script', change: written(spelling.inArabic, false) },
  {
    name: 'бай/пай, бек/пек',
    kind: 'sound',
    change: one(/(?<=\p{L})(?:б(?=[ае])|п(?=[ае]))/iu, (found) => (found === 'б' ? 'п' : 'б')),
  },
  {
    name: 'Мұхамбет, Магамбет',
    kind: 'sound',
    change: group('мұхамбет мухамбет магамбет мағамбет махамбет мұхамед мухамед магомед мұхаммед мухаммад'),
  },
  { name: 'ж/дж', kind: 'sound', change: one(/дж|ж/iu, (found) => (found === 'ж' ? 'дж' : 'ж')) },
  { name: 'ш/ч', kind: 'sound', change: one(/[шч]/iu, (found) => (found === 'ш' ? 'ч' : 'ш')) },
  {
    name: 'ы, і lost or another vowel',
    kind: 'sound',
    change: one(/(?<=\p{L})[ыі]/iu, (_, chance) => chance.pick(['', 'и', 'е', 'у'])),
  },
  { name: 'й lost or и', kind: 'sound', change: one(/й[ыі]?/iu, (_, chance) => chance.pick(['', 'и'])) },
  {
    name: 'к, х, г',
    kind: 'sound',
    change: one(/[қкхғгһ]/iu, (found, chance) => chance.pick([...'кхг'].filter((letter) => letter !== found))),
  },
  { name: 'first х, ғ, қ lost', kind: 'sound', change: one(/(?<!\p{L})[хғһқ](?=[аеәұуо])/iu, () => '') },
  { name: 'о/у', kind: 'sound', change: one(/[оұуөү]/iu, (found) => (/[оө]/.test(found) ? 'у' : 'о')) },
  {
    name: 'а/о, е/и, ә/я',
    kind: 'sound',
    change: one(/(?<=\p{L})[аеәи]/iu, (found, chance) =>
      chance.pick({ а: ['о', 'э'], е: ['и', 'я'], ә: ['я', 'е'], и: ['е', 'ы'] }[found] ?? ['а']),
    ),
  },
  {
    name: 'т/д, с/з',
    kind: 'sound',
    change: one(/[тдсз]/iu, (found) => ({ т: 'д', д: 'т', с: 'з', з: 'с' })[found] ?? found),
  },
  {
    name: 'Ахмет, Сейіт, Ғабдолла and others',
    kind: 'sound',
    change: (person, chance) => CLUSTERS[chance.below(CLUSTERS.length)]?.(person, chance) ?? null,
  },
  { name: 'cursive misread', kind: 'hand', change: cursive },
  { name: 'letter doubled', kind: 'hand', change: one(/(?<=\p{L})\p{L}/iu, (found) => found + found) },
  { name: 'letter left out', kind: 'hand', change: one(/(?<=\p{L})\p{L}(?=\p{L})/iu, () => '') },
  {
    name: 'neighbours swapped',
    kind: 'hand',
    change: one(/(?<=\p{L})\p{L}{2}/iu, (found) => found.charAt(1) + found.charAt(0)),
  },
  {
    name: 'Latin look-alikes',
    kind: 'hand',
    change: one(/[аеосрхі]/iu, (found) => ({ а: 'a', е: 'e', о: 'o', с: 'c', р: 'p', х: 'x', і: 'i' })[found] ?? found),
  },
];

const CURSIVE: readonly string[] = [
  'и н п',
  'т ш м',
  'л м',
  'о а',
  'с е',
  'д у',
  'в б',
  'ж м',
  'ц щ',
  'н к',
  'ч г',
  'л и',
];

function cursive(person: Person, chance: Seeded): Person | null {
  return group(chance.pick(CURSIVE))(person, chance);
}

const CLUSTERS: readonly PartChange[] = [
  'ахмет ахмед агмет',
  'сейіт сейт сеит саид сеид',
  'ғабдолла абдулла габдулла абдолла',
  'хасен касен асан хасан қасен',
  'құсайын кусаин хусаин усен',
  'жүсіп жусуп юсуп джусуп',
  'жақып жакуп якуб джакуп',
  'ысқақ искак исхак',
  'ибраһим ибрагим ибраим',
  'болат булат',
  'ғали али гали',
  'омар умар гумар ғұмар',
].map(group);

/** The name as one line, its empty parts left away. */
export const writtenName = ({ family, given, patronymic }: Person): string =>
  [family, given, patronymic].filter((part) => part !== '').join(' ');

const MOST_TRIES = 60;

/** A name with so many different distortions, at most one change of script, which comes last; and what they were. */
export function distort(person: Person, count: number, chance: Seeded): { name: string; done: string[] } {
  const done: Distortion[] = [];
  let now = person;
  for (let tries = 0; done.length < count && tries < MOST_TRIES; tries++) {
    const next = chance.pick(DISTORTIONS);
    const clashes = done.some(
      (one) => one === next || (one.kind === next.kind && (next.kind === 'script' || next.kind === 'parts')),
    );
    if (clashes || (next.kind !== 'script' && done.some((one) => one.kind === 'script'))) continue;
    const changed = next.change(now, chance);
    if (changed === null || writtenName(changed) === writtenName(now)) continue;
    now = changed;
    done.push(next);
  }
  return { name: writtenName(now), done: done.map(({ name }) => name) };
}
