import { coarseKey } from '../../names/sound-key.ts';
import { readWord } from '../../names/word-reading.ts';
import type { MatchProfile } from '../profile.ts';
import { bits, type EvidenceTools, missing, type Observation } from './observation.ts';

const KINSHIP =
  /^(?:жена|мать|отец|брат|сестра|сын|дочь|дядя|тетя|дед|муж|әйелі|әкесі|анасы|шешесі|ағасы|інісі|апасы|қарындасы|баласы|ұлы|қызы|wife|mother|father|brother|sister|умер|неизвестно)\p{L}*$/iu;

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
