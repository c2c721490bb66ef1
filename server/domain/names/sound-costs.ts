/**
 * What it costs to take one sound for another, in hundredths: 100 is a letter changed for no reason we know.
 * The alphabet is that of `sound-key.ts`. A row says which sounds, the cost, and the reason, so that it can be corrected
 * by someone who does not program. The dearest reason never wins: where two rows name one pair, the cheaper one counts.
 */
type SoundPair = readonly [pair: string, cost: number, reason: string];

/** One sound heard, transcribed or spelt as another. */
const CONFUSED: readonly SoundPair[] = [
  ['kx', 12, 'қ written к or х (Қасен, Хасен)'],
  ['kg', 18, 'қ and ғ heard as one (қали, гали); German g and k'],
  ['xg', 18, 'х, һ, ғ: Мухамбет, Магамбет; initial German H'],
  ['bp', 12, 'бай and пай, бек and пек after с, з, ш, т, қ; German b and p'],
  ['dt', 15, 'Ахмед, Ахмет; German d and t'],
  ['sz', 15, 'German s for з; Саид, Заид'],
  ['vf', 10, 'final в read as f, ff; German w and v'],
  ['vb', 35, 'в and б: Latin B read as Cyrillic В, and alike in cursive'],
  ['vu', 22, 'у as a glide: Дәулет, Давлет; Ауез, Авез'],
  ['pf', 35, 'Kazakh has no ф: Сапар, Сафар'],
  ['hi', 10, 'ж and Soviet дж: Жұмабаев, Джумабаев'],
  ['hw', 22, 'German sch for ж and for ш'],
  ['hc', 42, 'ж heard as ч'],
  ['hz', 35, 'ż or ž printed without its mark; ж lisped'],
  ['hj', 25, 'j is ж in English, й in German: Жүсіп, Юсуп'],
  ['ij', 25, 'Джакуп, Якуб'],
  ['ic', 28, 'дж and ч: German dsch, tsch'],
  ['wc', 18, 'ш and Soviet ч: Шоқан, Чокан; French ch'],
  ['ws', 38, 'š or ş printed without its mark; ш lisped'],
  ['cs', 45, 'č printed without its mark, then read as с'],
  ['cz', 55, 'Polish cz, a letter lost'],
  ['ck', 55, 'c read as к'],
  ['ct', 60, 'ч reduced to т'],
  ['gh', 55, 'g read as in English: Gumabaev'],
  ['gi', 50, 'g read as in English before e, i'],
  ['gj', 55, 'g before e, i read as й'],
  ['gv', 50, 'the genitive -ого is spoken with в'],
  ['xj', 60, 'h not sounded'],
  ['mn', 48, 'м and н before a consonant; Latin m and n in handwriting'],
  ['lr', 70, 'liquids heard as one'],
  ['ln', 70, 'нұр, лұр: assimilated at a word border'],
  ['dn', 65, 'assimilated: Сейітден, Сейіттен'],
  ['dl', 60, 'suffix -лы, -ды after a consonant'],
  ['tl', 60, 'suffix -лы, -ты after a consonant'],
  ['ao', 20, 'unstressed о is а; the letters are alike in handwriting'],
  ['ae', 25, 'ә written а, е, э, я'],
  ['ou', 18, 'ө and ү, о and ұ: Болат, Булат'],
  ['ye', 16, 'і written и or е (Бекеш, Бикеш)'],
  ['yu', 26, 'ы after ұ is spoken ұ: Жұлдыз, Жулдуз'],
  ['ya', 35, 'ы unstressed, written а'],
  ['yo', 38, 'ы after о is spoken ұ, written о'],
  ['yj', 6, 'и and й: one letter in most romanizations'],
  ['ej', 30, 'е beside a vowel is spoken ие'],
  ['eo', 35, 'ё printed е; ө written е'],
  ['ue', 40, 'ү written е or ю'],
  ['ua', 60, 'far apart: Марат and Мұрат are two names'],
];

/** One letter misread for another in cursive Cyrillic, or slipped on a keyboard. */
const MISREAD: readonly SoundPair[] = [
  ['yn', 45, 'и and н in cursive'],
  ['np', 45, 'н and п in cursive'],
  ['yp', 50, 'и and п in cursive'],
  ['jn', 45, 'и and н in cursive'],
  ['jp', 50, 'и and п in cursive'],
  ['nk', 48, 'н and к in cursive'],
  ['yk', 60, 'и and к in cursive'],
  ['tw', 48, 'т (three strokes) and ш'],
  ['tm', 48, 'т (three strokes) and м'],
  ['wm', 55, 'ш and м in cursive'],
  ['wy', 60, 'ш and и in cursive: a stroke too many'],
  ['tp', 60, 'т and п in cursive: a stroke too many'],
  ['lm', 45, 'л and м in cursive'],
  ['ly', 55, 'л and и in cursive'],
  ['ln', 55, 'л and п, н in cursive'],
  ['lp', 55, 'л and п in print'],
  ['se', 50, 'с and е in cursive'],
  ['so', 60, 'с and о in cursive'],
  ['du', 55, 'д with a tail below and у'],
  ['dg', 50, 'cursive д is read as Latin g'],
  ['db', 55, 'д with a tail above and б, в'],
  ['dv', 58, 'д with a tail above and в'],
  ['hm', 50, 'ж and м in cursive'],
  ['hk', 60, 'ж and к in worn print'],
  ['cg', 55, 'ч and г in cursive'],
  ['gt', 55, 'г and т in cursive'],
  ['gr', 55, 'г, ч and р, к worn off; Latin r is cursive г'],
  ['ze', 60, 'з and э, е in cursive'],
  ['zv', 60, 'з and в in cursive'],
  ['uc', 58, 'у and ч in cursive'],
  ['zg', 60, 'з and г, у with a tail'],
  ['rp', 55, 'Cyrillic р is Latin p'],
  ['rf', 65, 'р and ф with a tail'],
  ['uy', 26, 'у and и: u is cursive и'],
  ['un', 60, 'Latin u and n in handwriting'],
  ['xn', 60, 'Cyrillic н is Latin H'],
  ['vr', 65, 'Latin v and r in handwriting'],
  ['xk', 12, 'х and к in cursive'],
];

/** A sound that is lost or added. The left letter is what stands before it: `.` any, `^` nothing (the word begins). */
const GAPS: readonly SoundPair[] = [
  ['.a', 42, 'vowel lost or added'],
  ['.e', 40, 'vowel lost or added'],
  ['.o', 42, 'vowel lost or added'],
  ['.u', 40, 'vowel lost or added'],
  ['.y', 26, 'ы and і are lost between consonants: Әбдірахман, Абдрахман'],
  ['.j', 10, 'й lost beside a vowel: Бауыржан, Бауржан'],
  ['^a', 38, 'ә lost at the start'],
  ['^y', 30, 'Ы before р, л: Ырысбек, Рысбек'],
  ['^u', 60, 'Әлі and Уәли are two names'],
  ['^x', 32, 'х, һ lost at the start: Хасен, Асан'],
  ['^k', 45, 'қ, ғ of Arabic names lost at the start: Құсайын, Усен'],
  ['^g', 35, 'ғ lost at the start: Ғабдолла, Абдулла'],
  ['^j', 10, 'е spoken with й'],
  ['^h', 60, 'ж lost at the start: Жүсіп, Усип'],
  ['^i', 60, 'дж lost at the start'],
  ['.x', 50, 'һ not sounded'],
  ['ng', 12, 'ң written нг'],
  ['nk', 45, 'ң written нк'],
  ['wc', 15, 'щ written ш'],
  ['ts', 35, 'ц written т'],
  ['ax', 35, 'Мухаммад, Муаммад; Latin h that only lengthens: Abdullah'],
  ['ex', 35, 'Latin h that only lengthens: Mehmed, Memed'],
  ['ux', 40, 'Latin h that only lengthens'],
  ['yx', 38, 'Latin h that only lengthens'],
  ['au', 28, 'glide у lost: Дәулет, Далет'],
  ['uv', 20, 'Мәуен, Маувен: glide written twice'],
  ['uy', 20, 'і lost beside у: Бауыржан'],
  ['ay', 12, 'и and й beside а: Қайыр, Каир'],
  ['oy', 14, 'и and й beside о'],
  ['ey', 14, 'и and й beside е: Сейіт, Сеит'],
  ['aa', 15, 'doubled vowel'],
];

/** Two sounds of one name against one of the other. */
const MERGED: readonly (readonly [two: string, one: string, cost: number, reason: string])[] = [
  ['ts', 'c', 25, 'ц and ч'],
  ['ts', 's', 30, 'ц read as с (Latin c)'],
  ['ts', 'z', 22, 'German and Polish: z is ц'],
  ['ts', 'k', 40, 'Latin c read as ц or к'],
  ['wc', 'c', 18, 'щ and ч'],
  ['dh', 'i', 3, 'дж written letter by letter'],
  ['th', 'i', 10, 'т and ж across a border, heard as дж: Мұхаметжан, Мухамеджан'],
  ['dz', 'i', 20, 'dż without its mark'],
  ['dz', 'z', 20, 'дз and з'],
  ['dz', 'h', 30, 'dż without its mark'],
  ['dw', 'i', 12, 'German dsch'],
  ['dj', 'i', 8, 'French and Dutch dj'],
  ['zj', 'h', 8, 'Dutch and Nordic zj'],
  ['sj', 'w', 10, 'Dutch and Nordic sj'],
  ['sk', 'w', 45, 'Nordic sk'],
  ['tj', 'c', 15, 'Nordic tj'],
  ['tw', 'c', 8, 'German tsch'],
  ['sx', 'w', 15, 'sh read letter by letter'],
  ['zx', 'h', 15, 'zh read letter by letter'],
  ['cx', 'c', 10, 'ch read letter by letter'],
  ['kx', 'x', 8, 'kh read letter by letter'],
  ['kx', 'k', 12, 'kh read letter by letter'],
  ['gx', 'g', 8, 'gh read letter by letter'],
  ['ks', 'x', 20, 'x is кс or х'],
  ['kv', 'k', 15, 'qu'],
  ['ng', 'n', 8, 'ң written нг'],
  ['ja', 'a', 10, 'я and ә, а'],
  ['ja', 'e', 16, 'я unstressed'],
  ['ju', 'u', 8, 'ю and ү, у'],
  ['jo', 'o', 8, 'ё and ө, о'],
  ['je', 'y', 16, 'іе'],
  ['aj', 'e', 25, 'German ei, Tatar әй: Сейт, Сайт'],
  ['aj', 'y', 32, 'ай reduced'],
  ['ej', 'y', 16, 'ей and и'],
  ['ou', 'u', 6, 'French ou; оу'],
  ['au', 'o', 25, 'ау contracted'],
  ['au', 'u', 25, 'ау contracted'],
  ['uy', 'u', 14, 'ұы'],
  ['ay', 'e', 28, 'ай contracted'],
];

/** Two neighbouring letters in each other's place. */
export const SWAP_COST = 45;
/** Any sound for any other without a reason; a vowel and a consonant are further apart than two of a kind. */
const UNRELATED = 120;
const UNRELATED_KINDS = 125;
const OTHER_VOWEL = 60;
const LOST_CONSONANT = 75;

/** No such rule; above any cost that is worth considering. */
export const NO_RULE = 255;
const VOWELS = 'aeouy';
const SIZE = 32;

/** A sound letter as a number: a is 1, z is 26; 0 stands before the word. Anything else is read as 27. */
export function soundCode(sound: string, index: number): number {
  const code = sound.charCodeAt(index) - 96;
  return code >= 1 && code <= 26 ? code : 27;
}

const code = (letter: string): number => (letter === '^' ? 0 : soundCode(letter, 0));
const isVowel = (value: number): boolean => value > 0 && VOWELS.includes(String.fromCharCode(value + 96));

function substitutions(): Uint8Array {
  const table = new Uint8Array(SIZE * SIZE);
  for (let a = 0; a < SIZE; a++) {
    for (let b = 0; b < SIZE; b++) {
      const vowels = Number(isVowel(a)) + Number(isVowel(b));
      const cost = vowels === 2 ? OTHER_VOWEL : vowels === 1 ? UNRELATED_KINDS : UNRELATED;
      table[a * SIZE + b] = a === b ? 0 : cost;
    }
  }
  for (const [pair, cost] of [...CONFUSED, ...MISREAD]) {
    const a = code(pair.charAt(0));
    const b = code(pair.charAt(1));
    const cheaper = Math.min(cost, table[a * SIZE + b] ?? cost);
    table[a * SIZE + b] = cheaper;
    table[b * SIZE + a] = cheaper;
  }
  return table;
}

function gaps(): Uint8Array {
  const table = new Uint8Array(SIZE * SIZE);
  for (let before = 0; before < SIZE; before++) {
    for (let letter = 0; letter < SIZE; letter++) {
      table[before * SIZE + letter] = isVowel(letter) ? OTHER_VOWEL : LOST_CONSONANT;
    }
  }
  for (const [pair, cost] of GAPS.filter(([pair]) => pair.startsWith('.'))) {
    for (let before = 0; before < SIZE; before++) table[before * SIZE + code(pair.charAt(1))] = cost;
  }
  for (const [pair, cost] of GAPS.filter(([pair]) => !pair.startsWith('.'))) {
    table[code(pair.charAt(0)) * SIZE + code(pair.charAt(1))] = cost;
  }
  return table;
}

function mergers(): Uint8Array {
  const table = new Uint8Array(SIZE * SIZE * SIZE).fill(NO_RULE);
  for (const [two, one, cost] of MERGED) {
    if (one.length !== 1) continue;
    table[(code(two.charAt(0)) * SIZE + code(two.charAt(1))) * SIZE + code(one)] = cost;
  }
  return table;
}

/** `SUBSTITUTION[a * 32 + b]`: sound a taken for sound b. Symmetric. */
export const SUBSTITUTION = substitutions();
/** `GAP[before * 32 + letter]`: the letter lost, or added, after `before` in its own word. */
export const GAP = gaps();
/** `MERGER[(first * 32 + second) * 32 + one]`: two sounds for one; `NO_RULE` where there is none. */
export const MERGER = mergers();
