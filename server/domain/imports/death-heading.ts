import { inEitherLetters } from '../kazakh-letters.ts';
import { foldHeader } from './header-target.ts';

/** What a heading calls a death, and the word a paper of that language has for "died". The cause is told by none of them. */
const DEATHS: readonly (readonly [word: string, heading: RegExp])[] = [
  ['умер', /смерт|гибел|погиб|умер|умр|кончин|(?:^| )(?:д с|дата (?:см|гиб))(?: |$)|(?:годы|даты) жизни/u],
  ['қайтыс болды', inEitherLetters(/қайтыс|қаза|(?:^| )өлген|өлім|(?:^| )өмір/u)],
  ['gestorben', /todes|todest|(?:^| )tod(?: |$)|gestorben|verstorben|sterbe|lebensdaten|(?:^| )gest(?: |$)/u],
  ['zmarł', /śmierci|smierci|zgonu|zmar[łl]|(?:^| )(?:zm|data zg|r śm)(?: |$)|życia/u],
  ['died', /death|(?:^| )died|(?:^| )dod(?: |$)|deceased|lifespan|life dates|(?:^| )død|décès|leveår/u],
];

/** A heading that leaves open whether it was death: "дата гибели (выбытия)", "date of death or release". */
const OR_ELSE = inEitherLetters(
  /выб|пропа|(?:^| )проп(?: |$)|плен|освоб|потер|шығу|шыққан|хабар|тұтқын|босат|missing|loss|lost|releas|captur|liberat|vermis|gefang|entlass|zagin|zwoln|niewol|извещ|похорон|хабарлама|notice/u,
);

/** The word for "died" in the language of a heading that says its date is of a death; null for any other heading. */
export function deathOfHeading(header: string): string | null {
  const folded = foldHeader(header);
  if (OR_ELSE.test(folded)) return null;
  return DEATHS.find(([, heading]) => heading.test(folded))?.[0] ?? null;
}
