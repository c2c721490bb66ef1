import { foldSound } from './sound-key.ts';

/** The writing systems that burial lists, camp cards and Soviet papers use for names of soldiers from Kazakhstan. */
export type WritingSystem =
  | 'russian'
  | 'kazakh'
  | 'turkic-cyrillic'
  | 'slavic-cyrillic'
  | 'kazakh-latin-2017'
  | 'kazakh-latin-2018'
  | 'kazakh-latin-2019'
  | 'kazakh-latin-2021'
  | 'yanalif'
  | 'turkish'
  | 'uzbek-latin'
  | 'english'
  | 'german'
  | 'polish'
  | 'french'
  | 'nordic'
  | 'czech'
  | 'baltic'
  | 'dutch'
  | 'hungarian'
  | 'romanian'
  | 'arabic'
  | 'unknown';

/**
 * What the end of a word says about its role. `ov`, `in`, `sky` end a family name, `ova`, `ina`, `skaya` that of a woman;
 * `ovich`, `inovich` (-инович, doubled by clerks), `ovna`, `uly`, `qyzy` end a patronymic; `genitive` is the Polish
 * case ending after -ow, -uk, -icz, `oblique` a Russian case (-ову, -овым, -ского).
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

/** One way to read a written word: its sounds (alphabet: `sound-key.ts`), and how likely this way is (0 to 1). */
export type WordReading = {
  sound: string;
  stem: string;
  ending: Ending | null;
  weight: number;
  system: WritingSystem;
};

const CYRILLIC_V0: Record<string, string> = Object.fromEntries(
  'а=a ә=a б=b в=v г=g ғ=g д=d е=e ё=e ж=h з=z и=y й=y к=k қ=k л=l м=m н=n ң=n о=o ө=o п=p р=r с=s т=t у=u ұ=u ү=u ф=f х=x һ=x ц=ts ч=c ш=w щ=wc ы=y і=y э=e ю=yu я=ya'
    .split(' ')
    .map((pair) => [pair[0] ?? '', pair.slice(2)]),
);

/** Reads one written word, best reading first, at most six. Never throws; the answer depends on the arguments alone. */
export function readWord(word: string, _hint?: WritingSystem): WordReading[] {
  const raw = word.slice(0, 64).normalize('NFC').toLowerCase();
  let sound = '';
  if (/\p{Script=Cyrillic}/u.test(raw)) for (const letter of raw) sound += CYRILLIC_V0[letter] ?? '';
  else
    sound = raw
      .normalize('NFD')
      .replace(/[^a-z]/g, '')
      .replace(/shch/g, 'wc')
      .replace(/zh|j/g, 'h')
      .replace(/kh/g, 'x')
      .replace(/sh/g, 'w')
      .replace(/i/g, 'y')
      .replace(/q/g, 'k')
      .replace(/gh/g, 'g');
  sound = foldSound(sound);
  if (sound === '') return [];
  const ending = /(?:ov|ev)$/.test(sound) && sound.length > 4 ? 'ov' : null;
  const stem = ending ? sound.slice(0, -2) : sound;
  return [{ sound, stem, ending, weight: 1, system: 'unknown' }];
}
