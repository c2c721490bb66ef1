import express, { type Request, type Response, Router } from 'express';
import type { Language } from '../../client/messages/translate.ts';
import { KeptReportPage } from '../../client/pages/kept-report-page.tsx';
import { MemorialPage } from '../../client/pages/memorial-page.tsx';
import { dayText } from '../../client/parts/date-text.ts';
import { EMPTY_REPORT, REPORT_LIMITS, type ReportState } from '../../client/parts/report-error.tsx';
import type { BurialSiteService } from '../burial-sites/burial-site-service.ts';
import type { DivisionService } from '../divisions/division-service.ts';
import { addressesOf } from '../domain/soldier.ts';
import { FORM_LIMIT, writtenText } from '../http/form-text.ts';
import { parse } from '../http/parse.ts';
import { isStoreDown, sayStoreDown } from '../http/store-down.ts';
import type { MemoryService } from '../memories/memory-service.ts';
import type { PartnerNames } from '../partners/partner-names.ts';
import type { ReportService } from '../reports/report-service.ts';
import type { SoldierPage, SoldierService } from '../soldiers/soldier-service.ts';
import { familyWordsView } from './family-words-view.ts';
import { memorialView, partnersOf } from './memorial-page-view.ts';
import { drawMemorySheet } from './memory-sheet.ts';
import { pageSchemas } from './page-schemas.ts';
import type { PageContext } from './page-words.ts';
import { shared } from './public-routes.tsx';
import { renderPage } from './render-page.ts';
import { drawSharePicture } from './share-picture.ts';
import { canWrite } from './typeface.ts';

export type MemorialPageDeps = Pick<PageContext, 'publicUrl' | 'labels' | 'demo'> & {
  soldiers: SoldierService;
  burialSites: BurialSiteService;
  divisions: DivisionService;
  reports: ReportService;
  memories: Pick<MemoryService, 'shownOf'>;
  /** How it was decided that these papers are about one man, in words; null where nobody has decided. */
  /** Of a soldier by all his addresses: it may have been made before they were found to be one man. */
  conclusionOf: (addresses: readonly string[], fate: string | null, page: PageContext) => Promise<string | null>;
  /** When another address was last found to be the same man. */
  mergedAt: (soldierId: string) => Promise<Date | null>;
  partnerNames: PartnerNames;
  clock: () => Date;
  /** Whom a reader may call while nothing can be kept; null where there is nobody. */
  helpPhone: string | null;
};

/** The page of one soldier, and what a reader of it may say. */
export function createMemorialPages(deps: MemorialPageDeps): Router {
  const router = Router();
  router.get('/:language/soldiers/:id', async (req, res) => {
    const { params, query } = parse(req, pageSchemas.memorial);
    await sendMemorial(deps, res, params, { ...EMPTY_REPORT, done: query.reported === '1' });
  });
  router.get('/:language/soldiers/:id/memory-sheet.pdf', (req, res) => memorySheet(deps, req, res));
  router.get('/:language/soldiers/:id/picture.png', (req, res) => picture(deps, req, res));
  router.post(
    '/:language/soldiers/:id/report',
    express.urlencoded({ extended: false, limit: FORM_LIMIT }),
    (req, res) => report(deps, req, res),
  );
  return router;
}

type Address = { language: Language; id: string };

/** His page as a visitor may see it; null after the reader was sent on to the address that answers for him now. */
async function findPage(
  deps: MemorialPageDeps,
  res: Response,
  { language, id }: Address,
  what = '',
): Promise<SoldierPage | null> {
  const found = await deps.soldiers.getPage(id, { actor: null });
  if (found.kind === 'page') return found.page;
  res.redirect(308, `/${language}/soldiers/${found.to}${what}`);
  return null;
}

async function sendMemorial(deps: MemorialPageDeps, res: Response, address: Address, form: ReportState): Promise<void> {
  const found = await findPage(deps, res, address);
  if (found === null) return;
  const { page, props } = shared(deps, address.language);
  const [view, memories] = await Promise.all([viewOf(deps, found, page), deps.memories.shownOf(addressesOf(found))]);
  const name = [view.familyName, view.givenNames].filter(Boolean).join(' ');
  const family = familyWordsView(memories, { id: found.soldier.id, name }, page);
  res.send(renderPage(<MemorialPage {...props} {...view} report={form} family={family} />));
}

async function viewOf(deps: MemorialPageDeps, found: SoldierPage, page: PageContext) {
  return memorialView(found, await surroundings(deps, found, page), page);
}

async function memorySheet(deps: MemorialPageDeps, req: Request, res: Response): Promise<void> {
  const { params } = parse(req, pageSchemas.one);
  const found = await findPage(deps, res, params, '/memory-sheet.pdf');
  if (found === null) return;
  const { page } = shared(deps, params.language);
  const view = await viewOf(deps, found, page);
  const address = `${deps.publicUrl}/${params.language}/soldiers/${found.soldier.id}`;
  const printedOn = dayText(deps.clock(), params.language);
  const sheet = await drawMemorySheet(view, { say: page.say, language: params.language, address, printedOn });
  const name = `${found.soldier.id}-${params.language}.pdf`;
  res.type('application/pdf').set('Content-Disposition', `inline; filename="${name}"`).send(sheet);
}

async function picture(deps: MemorialPageDeps, req: Request, res: Response): Promise<void> {
  const { params } = parse(req, pageSchemas.one);
  const found = await findPage(deps, res, params, '/picture.png');
  if (found === null) return;
  const { page } = shared(deps, params.language);
  const { familyName, givenNames, life, example } = await viewOf(deps, found, page);
  const title = [familyName || givenNames, familyName ? givenNames : ''].filter(
    (line) => line !== '' && canWrite(line),
  );
  const text = example ? `${life} (${page.say('search.example')})` : life;
  res.set('Cache-Control', 'public, max-age=86400');
  res.type('png').send(await drawSharePicture({ title, text, mark: page.say('site.name') }));
}

async function surroundings(deps: MemorialPageDeps, found: SoldierPage, page: PageContext) {
  const { soldier, mentions } = found;
  const { burial, unitKeys, fateDate } = soldier.summary;
  const joined = mentions.some((mention) => mention.soldierId !== soldier.id);
  const [conclusion, mergedAt, site, partners] = await Promise.all([
    deps.conclusionOf(addressesOf(found), soldier.summary.fate, page),
    joined ? deps.mergedAt(soldier.id) : null,
    burial?.siteId ? deps.burialSites.find(burial.siteId) : null,
    deps.partnerNames(partnersOf(found)),
  ]);
  const division = deps.divisions.ofUnits(unitKeys, fateDate?.earliest ?? null);
  return { conclusion, mergedAt, site, division, partners };
}

type Written = { text: string; contact: string };

async function report(deps: MemorialPageDeps, req: Request, res: Response): Promise<void> {
  const { params } = parse(req, pageSchemas.one);
  const written = { text: textOf(req.body, 'text'), contact: textOf(req.body, 'contact') };
  try {
    await keepReport(deps, res, params, written);
  } catch (error) {
    if (!isStoreDown(error)) throw error;
    const { props } = shared(deps, params.language);
    const kept = { soldierId: params.id, phone: deps.helpPhone, ...written };
    sayStoreDown(res).send(renderPage(<KeptReportPage {...props} {...kept} />));
  }
}

async function keepReport(deps: MemorialPageDeps, res: Response, address: Address, written: Written): Promise<void> {
  const found = await findPage(deps, res, address, '/report');
  if (found === null) return;
  const { language } = address;
  const error = errorOf(written, shared(deps, language).page);
  if (error !== null) {
    res.status(422);
    return sendMemorial(deps, res, address, { ...written, error, done: false });
  }
  await deps.reports.send({ soldierId: found.soldier.id, ...written, language });
  res.redirect(303, `/${language}/soldiers/${found.soldier.id}?reported=1#report`);
}

function errorOf({ text, contact }: Written, { say }: PageContext): string | null {
  if (text === '') return say('report.empty');
  if (text.length > REPORT_LIMITS.text) return say('report.tooLong', { limit: REPORT_LIMITS.text });
  return contact.length > REPORT_LIMITS.contact ? say('report.tooLong', { limit: REPORT_LIMITS.contact }) : null;
}

function textOf(body: unknown, field: string): string {
  if (typeof body !== 'object' || body === null || !(field in body)) return '';
  return writtenText(String((body as Record<string, unknown>)[field])).trim();
}
