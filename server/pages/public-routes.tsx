import { type Request, type Response, Router } from 'express';
import { isLanguage, type Language } from '../../client/messages/translate.ts';
import { BurialSitePage, BurialSitesPage } from '../../client/pages/burial-site-pages.tsx';
import { MemorialPage } from '../../client/pages/memorial-page.tsx';
import { SearchPage } from '../../client/pages/search-page.tsx';
import type { BurialSiteService } from '../burial-sites/burial-site-service.ts';
import { parse } from '../http/parse.ts';
import type { SearchService } from '../search/search-service.ts';
import type { SoldierService } from '../soldiers/soldier-service.ts';
import { burialSitesView, burialSiteView } from './burial-site-page-view.ts';
import { memorialView } from './memorial-page-view.ts';
import { pageSchemas } from './page-schemas.ts';
import { type PageContext, pageContext } from './page-words.ts';
import { renderPage } from './render-page.ts';
import { type AskedValues, searchPageResult } from './search-page-view.ts';

export type PublicPageDeps = Pick<PageContext, 'publicUrl' | 'labels' | 'demo'> & {
  search: SearchService;
  soldiers: SoldierService;
  burialSites: BurialSiteService;
  /** How it was decided that these papers are about one man, in words; null where nobody has decided. */
  conclusionOf: (soldierId: string, page: PageContext) => Promise<string | null>;
};

/** In the demo these lead to the examples: one man in five scripts. */
const samples = ['Қайырбеков', 'Каирбеков', 'Kairbekow', 'Kajrbekowa', 'Qaiyrbekov'];

/** The pages everybody may read: search, a soldier, burial places. */
export function createPublicPages(deps: PublicPageDeps): Router {
  const router = Router();
  router.get('/', (req, res) => {
    res.redirect(302, `/${req.acceptsLanguages(['kk', 'ru', 'en']) || 'kk'}/`);
  });
  router.get('/:language/', (req, res, next) =>
    isLanguage(req.params.language) ? searchPage(deps, req, res) : next(),
  );
  router.get('/:language/soldiers/:id', (req, res) => memorialPage(deps, req, res));
  router.get('/:language/burial-sites', (req, res) => sitesPage(deps, req, res));
  router.get('/:language/burial-sites/:id', (req, res) => sitePage(deps, req, res));
  return router;
}

/** Common to all pages: the language of the address, and the strip that says what is invented. */
export function shared(deps: Pick<PageContext, 'publicUrl' | 'labels' | 'demo'>, language: Language) {
  const page = pageContext(language, deps);
  return {
    page,
    props: { say: page.say, language, publicUrl: deps.publicUrl, example: deps.demo ? ('site' as const) : null },
  };
}

const PAGE_SIZE = 20;

async function searchPage(deps: PublicPageDeps, req: Request, res: Response): Promise<void> {
  const { params, query } = parse(req, pageSchemas.search);
  const { page, props } = shared(deps, params.language);
  const asked = Object.fromEntries(Object.entries(query).filter(([, value]) => value)) as AskedValues;
  const { cursor, ...question } = asked;
  const found =
    Object.keys(question).length > 0 ? await deps.search.search(question, { cursor, limit: PAGE_SIZE }) : null;
  const result = found ? searchPageResult(found, question, page) : null;
  res.send(renderPage(<SearchPage {...props} values={question} result={result} samples={deps.demo ? samples : []} />));
}

async function memorialPage(deps: PublicPageDeps, req: Request, res: Response): Promise<void> {
  const { params } = parse(req, pageSchemas.one);
  const { page, props } = shared(deps, params.language);
  const found = await deps.soldiers.getPage(params.id, { actor: null });
  if (found.kind === 'moved') {
    res.redirect(308, `/${params.language}/soldiers/${found.to}`);
    return;
  }
  const conclusion = await deps.conclusionOf(found.page.soldier.id, page);
  const view = memorialView(found.page, conclusion, page);
  res.send(renderPage(<MemorialPage {...props} {...view} />));
}

async function sitesPage(deps: PublicPageDeps, req: Request, res: Response): Promise<void> {
  const { params, query } = parse(req, pageSchemas.sites);
  const { page, props } = shared(deps, params.language);
  const asked = { q: query.q ?? '', unknown: query.unknown === '1', country: query.country ?? '' };
  const list = await deps.burialSites.list({
    q: asked.q || undefined,
    country: asked.country || undefined,
    unknownOnly: asked.unknown,
  });
  res.send(renderPage(<BurialSitesPage {...props} {...burialSitesView(list, asked, page)} />));
}

async function sitePage(deps: PublicPageDeps, req: Request, res: Response): Promise<void> {
  const { params, query } = parse(req, pageSchemas.site);
  const { page, props } = shared(deps, params.language);
  const site = await deps.burialSites.get(params.id);
  const people = await deps.burialSites.people(params.id, { after: query.cursor, limit: 50 });
  res.send(renderPage(<BurialSitePage {...props} {...burialSiteView(site, people, page)} />));
}
