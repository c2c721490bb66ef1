import { loadBurialSites, loadDivisions, loadHospitals, loadPlaces, loadTranslations } from '../../seed/facts.ts';
import { createDivisions } from '../domain/division.ts';
import { createGazetteer } from '../domain/places/gazetteer.ts';

export type Reference = ReturnType<typeof read>;

let known: Reference | null = null;

/** The facts that come with the site and never change while it runs: read once a process. */
export function readReference(): Reference {
  known ??= read();
  return known;
}

function read() {
  const divisionFacts = loadDivisions();
  return {
    gazetteer: createGazetteer(loadPlaces()),
    divisionFacts,
    divisionsByKey: createDivisions(divisionFacts),
    hospitals: loadHospitals(),
    sites: new Map(loadBurialSites().map((site) => [site.id, site])),
    translations: loadTranslations(),
  };
}
