import type { Evidence } from '../domain/matching/candidate.ts';
import { tenth } from '../domain/matching/explain.ts';
import type { SoldierSummary } from '../domain/soldier.ts';
import type { KnownSoldier } from './soldier-desk-service.ts';

/** Years of life as far as known: "1913–1942". */
export function lifeOf({ birth, fateDate }: Pick<SoldierSummary, 'birth' | 'fateDate'>): string {
  const year = (text: string | null | undefined): string => text?.slice(0, 4) ?? '';
  const [born, gone] = [year(birth?.earliest ?? birth?.latest), year(fateDate?.earliest ?? fateDate?.latest)];
  return born === '' && gone === '' ? '' : `${born || '?'}–${gone || '?'}`;
}

export function knownSoldierItem({ id, summary, papers, sensitive }: KnownSoldier) {
  const { name, birthPlace, fate } = summary;
  return { id, name: name.full, life: lifeOf(summary), birthPlace, fate, papers, sensitive };
}

export function comparisonItem(evidence: Evidence[]) {
  return { evidence, weight: tenth(evidence.reduce((sum, one) => sum + one.weight, 0)) };
}
