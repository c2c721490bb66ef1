import { Router } from 'express';
import { AboutPage } from '../../client/pages/about-page.tsx';
import { DivisionPage, DivisionsPage } from '../../client/pages/division-pages.tsx';
import { HospitalPage, HospitalsPage } from '../../client/pages/hospital-pages.tsx';
import { StatisticsPage } from '../../client/pages/statistics-page.tsx';
import { WordsPage } from '../../client/pages/words-page.tsx';
import type { BurialSiteService } from '../burial-sites/burial-site-service.ts';
import type { DivisionService } from '../divisions/division-service.ts';
import type { HospitalService } from '../hospitals/hospital-service.ts';
import { parse } from '../http/parse.ts';
import type { StatisticsService } from '../statistics/statistics-service.ts';
import type { GeoPoint } from './coast-map.ts';
import { divisionsView, divisionView } from './division-page-view.ts';
import { allExplained } from './explained-view.ts';
import { hospitalsView, hospitalView } from './hospital-page-view.ts';
import { pageSchemas } from './page-schemas.ts';
import type { PageContext } from './page-words.ts';
import { shared } from './public-routes.tsx';
import { renderPage } from './render-page.ts';
import { statisticsView } from './statistics-page-view.ts';

export type ReferencePageDeps = Pick<PageContext, 'publicUrl' | 'labels' | 'demo'> & {
  divisions: DivisionService;
  hospitals: HospitalService;
  burialSites: BurialSiteService;
  /** Where a town lies, by its name of today. */
  townAt: (town: string) => GeoPoint | null;
  statistics: StatisticsService;
};

/** Divisions, hospitals, words of the records, numbers, and how a conclusion is reached. */
export function createReferencePages(deps: ReferencePageDeps): Router {
  const router = Router();
  router.get('/:language/about', (req, res) => {
    const { props } = shared(deps, parse(req, pageSchemas.page).params.language);
    res.send(renderPage(<AboutPage {...props} />));
  });
  router.get('/:language/statistics', async (req, res) => {
    const { page, props } = shared(deps, parse(req, pageSchemas.page).params.language);
    res.send(renderPage(<StatisticsPage {...props} {...statisticsView(await deps.statistics.read(), page)} />));
  });
  router.get('/:language/words', (req, res) => {
    const { page, props } = shared(deps, parse(req, pageSchemas.page).params.language);
    res.send(renderPage(<WordsPage {...props} groups={allExplained(page.say)} />));
  });
  router.get('/:language/hospitals', async (req, res) => {
    const { page, props } = shared(deps, parse(req, pageSchemas.page).params.language);
    const view = hospitalsView(await deps.hospitals.list(), deps.townAt, page);
    res.send(renderPage(<HospitalsPage {...props} {...view} />));
  });
  router.get('/:language/hospitals/:id', async (req, res) => {
    const { params } = parse(req, pageSchemas.one);
    const { page, props } = shared(deps, params.language);
    const [found, { rows }] = await Promise.all([
      deps.hospitals.get(params.id),
      deps.burialSites.list({ country: 'KZ' }),
    ]);
    const view = hospitalView(
      found,
      rows.map(({ site }) => site),
      page,
    );
    res.send(renderPage(<HospitalPage {...props} {...view} />));
  });
  router.get('/:language/divisions', async (req, res) => {
    const { page, props } = shared(deps, parse(req, pageSchemas.page).params.language);
    res.send(renderPage(<DivisionsPage {...props} divisions={divisionsView(await deps.divisions.list(), page)} />));
  });
  router.get('/:language/divisions/:id', async (req, res) => {
    const { params } = parse(req, pageSchemas.one);
    const { page, props } = shared(deps, params.language);
    res.send(renderPage(<DivisionPage {...props} {...divisionView(await deps.divisions.get(params.id), page)} />));
  });
  return router;
}
