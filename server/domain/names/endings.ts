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

/** `sign`: the end in the sound alphabet. `least`: so many sounds must be left before it, or the word is no such name. */
type EndingRule = { sign: RegExp; ending: Ending; least: number };

type Label = { ending: Ending; at: number };

/** Longest first; the first that fits is taken. The examples are in Russian spelling. */
const ENDINGS: readonly EndingRule[] = [
  { sign: /ynovyc(?:a|u|em|y)?$/, ending: 'inovich', least: 3 }, // Сейткалинович
  { sign: /[oe]vyc(?:a|u|em|om|y)?$/, ending: 'ovich', least: 2 }, // Ахметович, in any case
  { sign: /(?<=^(?:yl|fom|luk|kuzm|nykyt|sav))yc(?:a|u|em|om)?$/, ending: 'ovich', least: 2 }, // Ильич, Фомич
  { sign: /[oe]vyts$/, ending: 'ovich', least: 2 }, // -owitz, -owic on German cards
  { sign: /[oe]vn(?:a|u|y|oj|e)$/, ending: 'ovna', least: 2 },
  { sign: /ynycn(?:a|u|y|oj|e)$/, ending: 'ovna', least: 2 }, // Ильинична
  { sign: /(?:o|u)gl[uy]$/, ending: 'uly', least: 2 }, // оглы, угли
  { sign: /ulu$/, ending: 'uly', least: 2 }, // Kyrgyz уулу
  { sign: /uly$/, ending: 'uly', least: 2 },
  { sign: /[kgx]yz[yu]$/, ending: 'qyzy', least: 2 },
  { sign: /tegy$/, ending: 'ov', least: 3 }, // тегі: "of the stock of"
  { sign: /t?skoj$/, ending: 'sky', least: 2 }, // Трубецкой
  { sign: /t?sk(?:ogo|omu|ym|yx)$/, ending: 'oblique', least: 2 },
  { sign: /t?sk(?:aja|uju)$/, ending: 'skaya', least: 2 },
  { sign: /t?skj?ego$/, ending: 'genitive', least: 2 }, // Polish -skiego
  { sign: /t?sky$/, ending: 'sky', least: 2 },
  { sign: /t?ska$/, ending: 'skaya', least: 3 }, // Polish -ska
  { sign: /[oe]v(?:u|ym|oj|y|yx)$/, ending: 'oblique', least: 2 },
  { sign: /[oe]va$/, ending: 'ova', least: 2 },
  { sign: /[oe]v$/, ending: 'ov', least: 2 },
  { sign: /yn(?:ym|oj)$/, ending: 'oblique', least: 3 },
  { sign: /yna$/, ending: 'ina', least: 3 },
  { sign: /yn$/, ending: 'in', least: 3 },
];

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
  if (isName(sound)) return { stem: sound, ending: null };
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
