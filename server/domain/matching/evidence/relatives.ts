import { inEitherLetters } from '../../kazakh-letters.ts';
import { coarseKey } from '../../names/sound-key.ts';
import { readWord } from '../../names/word-reading.ts';
import type { MatchProfile } from '../profile.ts';
import { bits, type EvidenceTools, missing, type Observation } from './observation.ts';

/** With their endings and no further: Ұлықпан, Қызылбай, Братухин and Дедов are names. */
const KINSHIP = inEitherLetters(
  /^(?:жен(?:а|ы|е|у|ой)|мат(?:ь|ери|ерью)|от(?:ец|ца|цу|цом)|брат(?:а|у|ом|ья|ьев)?|сестр(?:а|ы|е|у|ой)|сын(?:а|у|ом|овья)?|доч(?:ь|ери|ерью)|дяд(?:я|и|е|ю|ей)|т[её]т(?:я|и|е|ю|ей|ка)|дед(?:а|у|ом|ушка)?|муж(?:а|у|ем)?|(?:әйелі|әкесі|анасы|шешесі|ағасы|інісі|апасы|қарындасы|баласы|ұлы|қызы)(?:н|н[ыі]ң|на|не|м[ея]н|лары)?|wi(?:fe|ves)|(?:mother|father|brother|sister)s?|умер(?:ла|ли|ший|шая)?|неизвест(?:ен|н\p{L}+))$/iu,
);

/** The names in a text about relatives, as sound keys; words of kinship and short words say nothing. */
export function relativeKeys(texts: readonly string[]): Set<string> {
  const words = texts.flatMap((text) => text.split(/[\s,.;:()-]+/u));
  const names = words.filter((word) => word.length > 2 && /^\p{L}+$/u.test(word) && !KINSHIP.test(word));
  return new Set(names.map((word) => coarseKey(readWord(word)[0]?.stem ?? '')).filter((key) => key.length > 1));
}

const ROLES: readonly (readonly [string, RegExp])[] = [
  ['wife', /^(?:жен[аеуы]|әйелі|жұбайы|wife|żona|ehefrau)$/iu],
  ['mother', /^(?:мать|матери|анасы|шешесі|mother|matka|mutter)$/iu],
  ['father', /^(?:отец|отца|отцу|әкесі|father|ojciec|vater)$/iu],
  ['brother', /^(?:брата?|ағасы|інісі|brother|bruder)$/iu],
  ['sister', /^(?:сестр[аеы]|апасы|қарындасы|әпкесі|sister|schwester)$/iu],
  ['child', /^(?:сына?|дочь|дочери|ұлы|баласы|қызы|son|daughter)$/iu],
];

const rolesIn = (texts: readonly string[]): string[] =>
  ROLES.filter(([, word]) => texts.some((text) => text.split(/[^\p{L}]+/u).some((one) => word.test(one)))).map(
    ([role]) => role,
  );

/** Whether both sides name somebody of one kinship. A wife in one paper and a mother in the other are two people. */
function nameOneKinship(a: readonly string[], b: readonly string[]): boolean {
  const [own, other] = [rolesIn(a), rolesIn(b)];
  return own.length === 0 || other.length === 0 || own.some((role) => other.includes(role));
}

/** Relatives named in the source against those the family names. Only agreement of a name says much. */
export function relativesEvidence(
  request: MatchProfile,
  soldier: MatchProfile,
  { weights }: EvidenceTools,
): Observation {
  const requestValue = request.relatives.join(', ') || null;
  const soldierValue = soldier.relatives.join(', ') || null;
  if (requestValue === null || soldierValue === null) return missing('relatives', requestValue, soldierValue);
  const asked = relativeKeys(request.relatives);
  const named = relativeKeys(soldier.relatives);
  const comparable = asked.size > 0 && named.size > 0 && nameOneKinship(request.relatives, soldier.relatives);
  if (!comparable) return missing('relatives', requestValue, soldierValue);
  const level = [...asked].some((key) => named.has(key)) ? 'same_name' : 'different';
  const { m, u } = weights.levels.relatives[level];
  const score = level === 'same_name' ? 1 : 0;
  return { kind: 'relatives', level, weight: bits(m, u), score, values: {}, requestValue, soldierValue };
}
