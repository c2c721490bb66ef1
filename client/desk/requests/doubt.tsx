import { bandOf } from '../../../server/domain/matching/bands.ts';
import { useSession } from '../session.tsx';
import { probabilityText } from './numbers.ts';
import type { CandidateItem, DecisionItem } from './shapes.ts';

type Weighed = { soldierId: string; probability: number | null };
type Named = Pick<CandidateItem, 'soldierId' | 'name' | 'probability'>;

/** Two figures are told, so what differs less is not called likelier. */
const told = (probability: number): number => Math.round(probability * 100);

/** The likeliest of those who are likelier than this one; null where he leads, or never competed with them. */
export function likelierThan({ soldierId, probability }: Weighed, candidates: readonly Named[]): Named | null {
  if (probability === null) return null;
  const likelier = candidates.filter((one) => one.soldierId !== soldierId && told(one.probability) > told(probability));
  return likelier.sort((a, b) => b.probability - a.probability)[0] ?? null;
}

const isLikely = (probability: number): boolean => ['very_likely', 'likely'].includes(bandOf(probability));

type DoubtProps = { of: Weighed; level: DecisionItem['evidenceLevel']; candidates: readonly Named[] };

/** What the numbers say against a decision on A or B. It hinders nobody: people decide, but not unaware. */
export function Doubt({ of, level, candidates }: DoubtProps) {
  const { say, language } = useSession();
  const { probability } = of;
  if (probability === null || level === null || level === 'C') return null;
  const likelier = likelierThan(of, candidates);
  if (likelier === null && isLikely(probability)) return null;
  const own = probabilityText(probability, language);
  const against = likelier
    ? say('doubt.likelier', { name: likelier.name, other: probabilityText(likelier.probability, language), own })
    : say('doubt.low', { own, band: say('band.likely') });
  return <p class="notice">{`${against} ${say(`doubt.level${level}`)}`}</p>;
}
