/**
 * The forms in which the name of a place stands in a sentence: "в Россошках", "w Bolesławcu", "Лебустағы". Only forms of this very
 * name: "Россошка" is another village than "Россошки", and no form of its name.
 */

const KAZAKH_CASES =
  /* в, из, к, чей */ 'да де та те дағы дегі тағы тегі дан ден тан тен нан нен ға ге қа ке ның нің дың дің тың тің'.split(
    ' ',
  );

/** The ending of the name as it is said by itself, and all its endings in a sentence. The first that fits holds. */
const RUSSIAN: readonly [ending: RegExp, endings: string][] = [
  [/ая$/u, 'ая ой ую'],
  [/(?:ий|ый|ой)$/u, 'ий ый ой ого ому ым им ом'],
  [/ое$/u, 'ое ого ому ом ым'],
  [/(?:ие|ые)$/u, 'ие ые их ых им ым ими ыми'],
  [/ец$/u, 'ец ца цу це цом'],
  [/[иы]$/u, 'и ы ам ям ами ями ах ях'],
  [/а$/u, 'а ы и е у ой'],
  [/я$/u, 'я и е ю ей'],
  [/о$/u, 'о а у ом е'],
  [/ь$/u, 'ь и я ю е ем ью'],
  [/(?<=[бвгджзклмнпрстфхцчшщ])$/u, ' а у е ом ем'],
];

/** Without the accents, which the folding takes away. */
const POLISH: readonly [ending: RegExp, endings: string][] = [
  [/iec$/, 'iec ca cu cem'],
  [/ka$/, 'ka ki ce ke'],
  [/ice$/, 'ice ic icach'],
  [/a$/, 'a y ie e'],
  [/(?<=[bcdfghjklmnprstwxz])$/, ' a u ie em'],
];

/** A folded word in every form that a sentence may give it, itself among them. */
export function wordForms(word: string): string[] {
  const isLatin = /^[a-z]+$/.test(word);
  if (!isLatin && !/^[\u0400-\u04ff]+$/u.test(word)) return [word];
  const [ending, endings = ''] = (isLatin ? POLISH : RUSSIAN).find(([known]) => known.test(word)) ?? [];
  const forms = ending === undefined ? [] : endings.split(' ').map((other) => word.replace(ending, other));
  return [...new Set([word, ...forms, ...(isLatin ? [] : KAZAKH_CASES.map((ending) => word + ending))])];
}
