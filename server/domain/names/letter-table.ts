/**
 * A letter table says how one writing system is read. It is plain text, one rule a line, so that someone who knows the
 * language and not the program can correct it:
 *
 *     letters | where | sounds | why
 *     sch     |       | w, h .8 | Duden writes both ш and ж so
 *
 * `letters`: as written, lower case; several spellings of one rule stand apart by a blank. `where`: nothing, or `start`,
 * `end`, `after vowel`, `after consonant`, `after a o`, `before vowel`, `before consonant`, `before e i`, several joined by
 * a comma. `sounds`: in the alphabet of `sound-key.ts`, the likeliest first; a number says how likely another is beside
 * it; `-` is mute. The longest letters win; among equals the rule with more said under `where`, then the earlier line.
 */
export type LetterTable = { rulesByFirst: Map<string, Rule[]> };

type Choice = { sound: string; weight: number };
type Rule = { letters: string; before: Test | null; after: Test | null; choices: Choice[]; conditions: number };
/** Answers whether the neighbouring letter ('' at the edge of the word) suits the rule. */
type Test = (neighbour: string) => boolean;

export type Spelling = { sound: string; weight: number };

/** More open readings than this are never kept while a word is read: it bounds the time for any input. */
const BEAM = 6;
/** A reading this much less likely than the best is not worth a search. */
const FAINT = 0.04;

const VOWELS = new Set(
  ['аәеѐёиіїоөуұүыэюяєўӣӯӧӱ', 'aeiouyàáâãäåæāăąèéêëēėęěìíîïīįıòóôöøōőùúûüūůűųýəɵь', 'اەوۇىېۈۉۅ'].join(''),
);

/** Reads the text of a letter table; later tables override the rules of earlier ones for the same letters and place. */
export function letterTable(...texts: string[]): LetterTable {
  const byKey = new Map<string, Rule>();
  for (const line of texts.join('\n').split('\n')) {
    const [letters = '', where = '', sounds = ''] = line.split('|').map((cell) => cell.trim());
    if (letters === '' || sounds === '') continue;
    for (const spelling of letters.split(/\s+/)) byKey.set(`${spelling} ${where}`, rule(spelling, where, sounds));
  }
  const rulesByFirst = new Map<string, Rule[]>();
  for (const each of byKey.values()) {
    const first = each.letters.charAt(0);
    rulesByFirst.set(first, [...(rulesByFirst.get(first) ?? []), each]);
  }
  for (const rules of rulesByFirst.values()) {
    rules.sort((a, b) => b.letters.length - a.letters.length || b.conditions - a.conditions);
  }
  return { rulesByFirst };
}

function rule(letters: string, where: string, sounds: string): Rule {
  const made: Rule = { letters: letters.normalize('NFC'), before: null, after: null, choices: [], conditions: 0 };
  for (const part of where.split(',').map((each) => each.trim())) {
    if (part === '') continue;
    made.conditions++;
    const [place = '', ...what] = part.split(/\s+/);
    if (place === 'start' || place === 'after') made.before = both(made.before, neighbour(what));
    else if (place === 'end' || place === 'before') made.after = both(made.after, neighbour(what));
    else throw new Error(`letter table: unknown place "${part}" for "${letters}"`);
  }
  for (const part of sounds.split(',')) {
    const [sound = '', weight = '1'] = part.trim().split(/\s+/);
    made.choices.push({ sound: sound === '-' ? '' : sound, weight: Number(weight) });
  }
  return made;
}

function both(first: Test | null, second: Test): Test {
  return first === null ? second : (letter) => first(letter) && second(letter);
}

function neighbour(what: string[]): Test {
  const [kind = ''] = what;
  if (kind === '') return (letter) => letter === '';
  if (kind === 'vowel') return (letter) => VOWELS.has(letter);
  if (kind === 'consonant') return (letter) => letter !== '' && !VOWELS.has(letter);
  const letters = new Set(what);
  return (letter) => letters.has(letter);
}

/**
 * Reads a word by a table: every combination of the choices, at most six, likeliest first. Letters the table does not
 * know go to `unknown`, which answers with sounds ('' when it knows none either).
 */
export function spell(table: LetterTable, word: string, unknown: (letter: string) => string): Spelling[] {
  let open: Spelling[] = [{ sound: '', weight: 1 }];
  let at = 0;
  while (at < word.length) {
    const found = findRule(table, word, at);
    open = extend(open, found?.choices ?? [{ sound: unknown(word.charAt(at)), weight: 1 }]);
    at += found?.letters.length ?? 1;
  }
  return open;
}

function findRule(table: LetterTable, word: string, at: number): Rule | null {
  const rules = table.rulesByFirst.get(word.charAt(at));
  if (rules === undefined) return null;
  for (const each of rules) {
    const end = at + each.letters.length;
    if (each.letters.length > 1 && !word.startsWith(each.letters, at)) continue;
    if (each.before !== null && !each.before(word.charAt(at - 1))) continue;
    if (each.after !== null && !each.after(word.charAt(end))) continue;
    return each;
  }
  return null;
}

function extend(open: Spelling[], choices: Choice[]): Spelling[] {
  const [only] = choices;
  if (only === undefined) return open;
  if (choices.length === 1) {
    for (const each of open) each.sound += only.sound;
    return open;
  }
  const next: Spelling[] = [];
  for (const each of open) {
    for (const choice of choices) {
      const weight = each.weight * choice.weight;
      if (weight >= FAINT) next.push({ sound: each.sound + choice.sound, weight });
    }
  }
  next.sort((a, b) => b.weight - a.weight);
  return next.slice(0, BEAM);
}
