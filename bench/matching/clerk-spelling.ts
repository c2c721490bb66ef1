import type { Random } from './random.ts';

/**
 * How papers spell a Kazakh or Russian name. Assumptions: the family writes Kazakh or today's Russian, Soviet papers
 * the Russian of their time with one clerk's mishearing in a third of names, camp cards German or Polish by ear,
 * burial lists abroad German, Polish or English.
 */
export type Hand = 'kazakh' | 'russian' | 'ear' | 'german' | 'polish' | 'english';

const pairs = (text: string): ReadonlyArray<readonly [string, string]> =>
  text.split(' ').map((pair) => {
    const [from = '', to = ''] = pair.split('=');
    return [from, to] as const;
  });

const KAZAKH_TO_RUSSIAN = pairs('ә=а ғ=г қ=к ң=н ө=о ұ=у ү=у һ=х і=и ый=ий йы=и');
/** What a Russian-speaking clerk hears; each applies at most once in a name. */
const BY_EAR = pairs(
  'қ=х ө=у ұ=о ы=и ж=дж ш=ч б=п ғ=к бек=пек бай=пай ә=е ү=ю х=к хан=кан а=о е=и й= мұхамбет=магамбет мұхамбет=махамбет жүсіп=юсуп жақып=якуп і=е ыр=р ай=ей дж=ж ғали=гали ғали=кали',
);
const TO_GERMAN = pairs(
  'дж=dsch щ=schtsch ш=sch ж=sch ч=tsch х=ch ц=z ю=ju я=ja ё=jo в=w з=s й=j ы=y э=e ъ= ь= а=a б=b г=g д=d е=e и=i к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f',
);
const TO_POLISH = pairs(
  'дж=dż щ=szcz ш=sz ж=ż ч=cz х=ch ц=c ю=ju я=ja ё=jo в=w з=z й=j ы=y э=e ъ= ь= а=a б=b г=g д=d е=ie и=i к=k л=ł м=m н=n о=o п=p р=r с=s т=t у=u ф=f',
);
const TO_ENGLISH = pairs(
  'щ=shch ш=sh ж=zh ч=ch х=kh ц=ts ю=yu я=ya ё=yo в=v з=z й=y ы=y э=e ъ= ь= а=a б=b г=g д=d е=e и=i к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f',
);
const GERMAN_EAR = pairs('k=ck s=ss w=ff b=p d=t g=k j=i e=ä ch=h dsch=sch');

function replaceAll(text: string, table: ReadonlyArray<readonly [string, string]>): string {
  let out = text;
  for (const [from, to] of table) out = out.replaceAll(from, to);
  return out;
}

/** Applies one to three rules of a table, each at one place, where it fits. */
function mishear(word: string, table: ReadonlyArray<readonly [string, string]>, random: Random): string {
  let heard = word;
  for (let times = Number(random.weighted({ '1': 6, '2': 3, '3': 1 })); times > 0; times -= 1) {
    const fitting = table.filter(([from]) => heard.includes(from));
    if (fitting.length === 0) break;
    const [from, to] = random.pick(fitting);
    heard = heard.replace(from, to);
  }
  return heard;
}

/** A letter lost, doubled or swapped with its neighbour: the slips of typing a list. */
export function slip(word: string, random: Random): string {
  if (word.length < 4) return word;
  const at = random.between(1, word.length - 2);
  const here = word[at] ?? '';
  const way = random.weighted({ lost: 3, doubled: 1, swapped: 2 });
  if (way === 'lost') return word.slice(0, at) + word.slice(at + 1);
  if (way === 'doubled') return word.slice(0, at) + here + word.slice(at);
  return word.slice(0, at) + (word[at + 1] ?? '') + here + word.slice(at + 2);
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** One name part in this hand. Deterministic for a given state of the random source. */
export function spell(part: string, hand: Hand, random: Random): string {
  let word = part.toLowerCase();
  if (hand === 'kazakh') return capital(random.chance(0.03) ? slip(word, random) : word);
  if (hand !== 'russian' && random.chance(hand === 'ear' ? 0.75 : 0.35)) word = mishear(word, BY_EAR, random);
  word = replaceAll(word, KAZAKH_TO_RUSSIAN);
  if (hand === 'german') {
    word = replaceAll(word, TO_GERMAN);
    if (random.chance(0.4)) word = mishear(word, GERMAN_EAR, random);
  }
  if (hand === 'polish') word = replaceAll(word, TO_POLISH);
  if (hand === 'english') word = replaceAll(word, TO_ENGLISH);
  return capital(random.chance(0.05) ? slip(word, random) : word);
}
