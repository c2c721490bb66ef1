import { createBurialSiteService } from '../burial-sites/burial-site-service.ts';
import { createDivisionService } from '../divisions/division-service.ts';
import { isOfKazakhstan } from '../domain/division.ts';
import type { UnderstoodRow } from '../domain/mention.ts';
import type { MentionRow } from '../domain/row.ts';
import { createRowContext } from '../domain/row-context.ts';
import { type RowContext, understandRow } from '../domain/understand-row.ts';
import { AppError } from '../errors.ts';
import { createHospitalService } from '../hospitals/hospital-service.ts';
import { siteTexts } from '../pages/site-words.ts';
import { createPlaceService } from '../places/place-service.ts';
import { BuiltInEngine } from '../search/built-in/built-in-engine.ts';
import type { SearchEngine } from '../search/engine.ts';
import { createIndexSync } from '../search/index-sync.ts';
import { MeilisearchEngine } from '../search/meilisearch/meilisearch-engine.ts';
import { createSearchService } from '../search/search-service.ts';
import { createSuggestionService } from '../search/suggestion-service.ts';
import { createMentionService } from '../soldiers/mention-service.ts';
import { createSeekingService } from '../soldiers/seeking-service.ts';
import { createSoldierService } from '../soldiers/soldier-service.ts';
import { createStatisticsService } from '../statistics/statistics-service.ts';
import { createGraves } from './graves.ts';
import { createLabels } from './labels.ts';
import { readReference } from './reference.ts';
import type { Stores } from './stores.ts';
import type { World } from './world.ts';

export type RecordServices = ReturnType<typeof createRecordServices>;

/** Soldiers, the mentions they rest on, where they lie and served, and the search over them. */
export function createRecordServices(stores: Stores, world: World) {
  const { clock, log } = world;
  const fullEngine = createEngine(world);
  const marks = fullEngine.kind === 'meilisearch' ? stores.indexMarks : undefined;
  const index = createIndexSync({ engine: fullEngine, soldiers: stores.soldiers, clock, log, marks });
  const engine = onceFilled(fullEngine, index.ready);

  const { gazetteer, divisionFacts, divisionsByKey, hospitals } = readReference();
  const rowContext = createRowContext({ gazetteer });
  const graves = createGraves(stores);
  const divisions = createDivisionService({
    facts: divisionFacts,
    divisions: divisionsByKey,
    soldiers: stores.soldierLists,
  });

  const written = { soldiers: stores.soldiers, mentions: stores.mentions, index, clock };
  const mentions = createMentionService(written);
  const soldiers = createSoldierService({
    soldiers: stores.soldiers,
    mentions: stores.mentions,
    scansOf: (mentionIds) => stores.files.findByOwners('mention', mentionIds),
    possibleSites: graves.possibleSites,
  });
  const burialSites = createSites(stores);
  const search = createSearchService({
    engine,
    soldiers: stores.soldiers,
    lists: stores.soldierLists,
    context: { placeKeys: rowContext.placeKeys, divisionKeys: async (id) => divisions.unitKeys(id) },
    ready: index.ready,
  });

  return {
    engine,
    index,
    search,
    suggestions: createSuggestionService({ lists: stores.soldierLists, engine }),
    soldiers,
    mentions,
    burialSites,
    seeking: createSeekingService({ soldiers: stores.soldierLists, clock }),
    divisions,
    hospitals: createHospitalService({ facts: hospitals, soldiers: stores.soldierLists }),
    places: createPlaceService(gazetteer),
    statistics: createStatisticsService({
      store: stores.statistics,
      divisions: divisionFacts.filter(isOfKazakhstan).length,
      clock,
    }),
    gazetteer,
    divisionsByKey,
    siteFinder: graves.siteFinder,
    understand: (row: MentionRow): UnderstoodRow => understandRow(row, rowContext).understood,
    /** How the rows of one list are understood: with the sites known today and the values that hold for all of it. */
    async contextFor(constants: MentionRow, asOf?: string): Promise<RowContext> {
      return createRowContext({ gazetteer, siteId: (await graves.siteFinder()).find, constants, asOf });
    },
  };
}

function createSites(stores: Stores) {
  const labels = createLabels();
  return createBurialSiteService({
    sites: stores.burialSites,
    soldiers: stores.soldierLists,
    countNameless: (siteId) => stores.imports.countNameless(siteId),
    textsOf: (site) => siteTexts(site, labels),
  });
}

function createEngine({ config, ids }: World): SearchEngine {
  return config.meili ? new MeilisearchEngine({ ...config.meili, newId: ids.newId }) : new BuiltInEngine();
}

/** Before the index was filled once an empty answer would say "nobody" of people who are there. */
function onceFilled(engine: SearchEngine, ready: () => boolean): SearchEngine {
  return {
    kind: engine.kind,
    candidates(query) {
      if (ready()) return engine.candidates(query);
      return Promise.reject(new AppError('search_down', 'The search index is being filled'));
    },
    completions: (beginning, most) => (ready() ? engine.completions(beginning, most) : Promise.resolve([])),
    upsert: (documents) => engine.upsert(documents),
    remove: (ids) => engine.remove(ids),
    rebuild: (documents, expected) => engine.rebuild(documents, expected),
    state: () => engine.state(),
    close: () => engine.close(),
  };
}
