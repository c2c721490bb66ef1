import { type Request, type Response, Router } from 'express';
import { isLanguage, type Language } from '../../client/messages/translate.ts';
import { BurialSitePage, BurialSitesPage } from '../../client/pages/burial-site-pages.tsx';
import { SearchPage } from '../../client/pages/search-page.tsx';
import type { BurialSiteService } from '../burial-sites/burial-site-service.ts';
import type { SiteAdditionService } from '../burial-sites/site-addition-service.ts';
import { sendFile } from '../files/file-routes.ts';
import { fileParams, fileQuery } from '../files/file-schemas.ts';
import { parse } from '../http/parse.ts';
import type { SearchResult, SearchService } from '../search/search-service.ts';
import { burialSitesView, burialSiteView } from './burial-site-page-view.ts';
import { pageSchemas } from './page-schemas.ts';
import { type PageContext, pageContext } from './page-words.ts';
import { renderPage } from './render-page.ts';
import { type AskedValues, FACET_VALUES, searchPageResult } from './search-page-view.ts';
import { drawSharePicture } from './share-picture.ts';
import { siteName } from './site-words.ts';

export type PublicPageDeps = Pick<PageContext, 'publicUrl' | 'labels' | 'demo'> & {
  search: SearchService;
  burialSites: BurialSiteService;
  siteAdditions: SiteAdditionService;
};

/** In the demo these lead to the examples: one man in five scripts. */
const samples = ['Қайырбеков', 'Каирбеков', 'Kairbekow', 'Kajrbekowa', 'Qaiyrbekov'];

/** The pages everybody may read: search and burial places. */
export function createPublicPages(deps: PublicPageDeps): Router {
  const router = Router();
  router.get('/', (req, res) => {
    res.redirect(302, `/${req.acceptsLanguages(['kk', 'ru', 'en']) || 'kk'}/`);
  });
  router.get('/:language/', (req, res, next) =>
    isLanguage(req.params.language) ? searchPage(deps, req, res) : next(),
  );
  router.get('/:language/picture.png', (req, res) => sitePicture(deps, req, res));
  router.get('/:language/burial-sites', (req, res) => sitesPage(deps, req, res));
  router.get('/:language/burial-sites/:id', (req, res) => sitePage(deps, req, res));
  router.get('/site-photographs/:id', async (req, res) => {
    const { params, query } = parse(req, { params: fileParams, query: fileQuery });
    // Short, so that what a coordinator takes off again is gone from the caches on the way soon after.
    await sendFile(res, await deps.siteAdditions.openPhotograph(params.id, query.size), 'public, max-age=300');
  });
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
  const { cursor, bornFrom, bornTo, ...given } = asked;
  const question: AskedValues = { ...given, ...yearsAsked(bornFrom, bornTo) };
  const found =
    Object.keys(question).length > 0 ? await deps.search.search(question, { cursor, limit: PAGE_SIZE }) : null;
  const siteNames = found ? await namesOfSites(deps, found, params.language) : new Map<string, string>();
  const result = found ? searchPageResult(found, question, { ...page, siteNames }) : null;
  res.send(renderPage(<SearchPage {...props} values={question} result={result} samples={deps.demo ? samples : []} />));
}

/** Two boxes of the page are one span of years in the question. */
function yearsAsked(from = '', to = ''): AskedValues {
  if (from === '' && to === '') return {};
  return { birthYear: from === to ? from : `${from || EARLIEST}-${to || LATEST}` };
}

/** Nobody of these wars was born before. */
const EARLIEST = '1850';
/** Nor after: sons of regiments were children when it ended. */
const LATEST = '1940';

async function namesOfSites({ burialSites }: PublicPageDeps, found: SearchResult, language: Language) {
  const sites = await Promise.all(found.facets.site.slice(0, FACET_VALUES).map(({ value }) => burialSites.find(value)));
  return new Map(sites.flatMap((site) => (site ? [[site.id, siteName(site, language).name] as const] : [])));
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
  const { letter, cursor } = query;
  const [people, added] = await Promise.all([
    deps.burialSites.people(params.id, { letter, after: cursor, limit: 50 }),
    deps.siteAdditions.shownOf(params.id),
  ]);
  res.send(renderPage(<BurialSitePage {...props} {...burialSiteView(site, { people, letter, added }, page)} />));
}

const pictures = new Map<Language, Promise<Buffer>>();

/** What a messenger shows of any page without a picture of its own. */
async function sitePicture(deps: PublicPageDeps, req: Request, res: Response): Promise<void> {
  const { language } = parse(req, pageSchemas.page).params;
  const { say } = shared(deps, language).page;
  const drawing =
    pictures.get(language) ??
    drawSharePicture({ title: [say('site.name')], text: say('site.pictureText'), mark: new URL(deps.publicUrl).host });
  pictures.set(language, drawing);
  res
    .set('Cache-Control', 'public, max-age=86400')
    .type('png')
    .send(await drawing);
}
