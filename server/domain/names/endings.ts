import type { WritingSystem } from './writing-system.ts';

/**
 * What the end of a word says about its role. `ov`, `in`, `sky` end a family name, `ova`, `ina`, `skaya` that of a woman;
 * `ovich`, `inovich` (-инович), `ovna`, `uly`, `qyzy` end a patronymic; `genitive` is the Polish case ending after -ow,
 * -uk, -in; `oblique` a Russian case (-ову, -овым, -ского).
 */
export type Ending =
  | 'ov'
  | 'in'
  | 'ova'
  | 'ina'
  | 'sky'
  | 'skaya'
  | 'uly'
  | 'qyzy'
  | 'ovich'
  | 'ovna'
  | 'inovich'
  | 'genitive'
  | 'oblique';

export type SplitSound = { stem: string; ending: Ending | null };

/** Most words end in none of these: they are not looked at further. */
const LAST_LETTERS = new Set('acejmnostuvxy');

/** `sign`: the end in the sound alphabet. `least`: so many sounds must be left before it, or the word is no such name. */
type EndingRule = { sign: RegExp; ending: Ending; least: number };
type Label = { ending: Ending; at: number };

/** Columns: the end in sounds | its name | least sounds before it | an example. The first line that fits is taken. */
const ENDINGS: readonly EndingRule[] = `
ynovyc(?:a|u|em|y)?                  | inovich  | 3 | Сейткалинович
[oe]vyc(?:a|u|em|om|y)?              | ovich    | 2 | Ахметович, in any case
(?<=^(?:yl|fom|luk|kuzm|nykyt|sav))yc(?:a|u|em|om)? | ovich | 2 | Ильич, Фомич
[oe]vyts                             | ovich    | 2 | -owitz, -owic on German cards
[oe]vn(?:a|u|y|oj|e)                 | ovna     | 2 | Ахметовна
ynycn(?:a|u|y|oj|e)                  | ovna     | 2 | Ильинична
[ou]gl[uy]                           | uly      | 2 | оглы, угли
ul[uy]                               | uly      | 2 | ұлы; Kyrgyz уулу
[kgx]yz[yu]                          | qyzy     | 2 | қызы
tegy                                 | ov       | 3 | тегі: of the stock of
t?skoj                               | sky      | 2 | Трубецкой
t?sk(?:ogo|omu|ym|yx)                | oblique  | 2 | Ковальского
t?sk(?:aja|uju)                      | skaya    | 2 | Ковальская
t?skj?ego                            | genitive | 2 | Polish -skiego
t?sky                                | sky      | 2 | Ковальский
t?ska                                | skaya    | 3 | Polish -ska
[oe]v(?:u|ym|oj|y|yx)                | oblique  | 2 | Каирбекову, -ым, -ой, -ы, -ых
[oe]va                               | ova      | 2 | Каирбекова
[oe]v                                | ov       | 2 | Каирбеков
yn(?:ym|oj)                          | oblique  | 3 | Пушкиным
yna                                  | ina      | 3 | Пушкина
yn                                   | in       | 3 | Пушкин
`
  .split('\n')
  .flatMap(endingRule);

function endingRule(line: string): EndingRule[] {
  const [sign = '', ending = '', least = ''] = line.split(' | ').map((cell) => cell.trim());
  return sign === '' ? [] : [{ sign: new RegExp(`(?:${sign})$`), ending: ending as Ending, least: Number(least) }];
}

/** Words that are nothing but the mark of a patronymic, written apart: `Нурмагамбет улы`. */
const ALONE: ReadonlyMap<string, Ending> = new Map([
  ['uly', 'uly'],
  ['ulu', 'uly'],
  ['ogly', 'uly'],
  ['oglu', 'uly'],
  ['ugly', 'uly'],
  ['kyzy', 'qyzy'],
  ['gyzy', 'qyzy'],
  ['kyz', 'qyzy'],
]);

/**
 * Splits the ending off a sound. `isName` tells given names that only look as if they had one (Яков, Марина, Константин):
 * they stay whole. The stem keeps a final й where the ending hid it: Абаев gives abaj, Алиев aly.
 */
export function splitEnding(sound: string, system: WritingSystem, isName: (sound: string) => boolean): SplitSound {
  const alone = ALONE.get(sound);
  if (alone !== undefined) return { stem: '', ending: alone };
  if (!LAST_LETTERS.has(sound.charAt(sound.length - 1)) || isName(sound)) return { stem: sound, ending: null };
  for (const { sign, ending, least } of ENDINGS) {
    const at = sound.search(sign);
    if (at < least) continue;
    const labelled = labelFor(ending, sound, at, isName);
    return {
      stem: tidyStem(sound.slice(0, labelled.at)),
      ending: system === 'polish' ? inPolish(labelled.ending) : labelled.ending,
    };
  }
  if (system === 'polish' && /[^aeouyj][uay]ka$/.test(sound)) return { stem: sound.slice(0, -1), ending: 'genitive' };
  return { stem: sound, ending: null };
}

/** Константинович is the son of Константин, Сейткалинович of Сейткали: a known name keeps its own end. */
function labelFor(ending: Ending, sound: string, at: number, isName: (sound: string) => boolean): Label {
  if (ending !== 'inovich') return { ending, at };
  if (isName(sound.slice(0, at + 2))) return { ending: 'ovich', at: at + 2 };
  return { ending, at: isName(sound.slice(0, at + 1)) ? at + 1 : at };
}

/** In Polish lists of the dead -owa is far more often the genitive of -ow than a woman. */
const inPolish = (ending: Ending): Ending => (ending === 'ova' || ending === 'ina' ? 'genitive' : ending);

function tidyStem(stem: string): string {
  return /[^aeou]j$/.test(stem) ? `${stem.slice(0, -1)}y` : stem;
}
