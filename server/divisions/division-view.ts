import type { PathStage } from '../domain/division.ts';
import type { DivisionPage, DivisionRow } from './division-service.ts';

export function divisionRowView({ division, here }: DivisionRow) {
  const { id, number, type, formation = null, names, formed, confidence } = division;
  return { id, number, type, formation, names, formed, confidence, here };
}

function stageView({ place, from = null, to = null, unverified = false }: PathStage) {
  return { place, from, to, unverified };
}

/** A division with its path: where it was and when, under which numbers papers of each time name it. */
export function divisionPageView({ division, here, keys }: DivisionPage) {
  const { fronts, fate, sources } = division;
  return {
    ...divisionRowView({ division, here }),
    alsoKnownAs: division.also_known_as ?? [],
    commander: division.commander_first ?? null,
    subordinate: division.subordinate ?? [],
    laterDesignations: division.later_designation,
    keys,
    fronts,
    path: division.battles.map(stageView),
    activeArmy: division.active_army ?? null,
    fate,
    notes: division.notes ?? [],
    unverifiedFields: division.unverified_fields ?? [],
    sources,
  };
}
