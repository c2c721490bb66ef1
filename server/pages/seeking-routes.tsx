import { Router } from 'express';
import { SeekingRelativesPage } from '../../client/pages/seeking-relatives-page.tsx';
import { parse } from '../http/parse.ts';
import type { SeekingService } from '../soldiers/seeking-service.ts';
import { pageSchemas } from './page-schemas.ts';
import type { PageContext } from './page-words.ts';
import { shared } from './public-routes.tsx';
import { renderPage } from './render-page.ts';
import { seekingView } from './seeking-page-view.ts';

export type SeekingPageDeps = Pick<PageContext, 'publicUrl' | 'labels' | 'demo'> & {
  seeking: SeekingService;
  /** In which oblasts of the war years a district stood. */
  oblastsOf: (district: string) => readonly string[];
};

const PAGE_SIZE = 50;

/** "Seeking relatives": found, and nobody has asked for him. */
export function createSeekingPages(deps: SeekingPageDeps): Router {
  const router = Router();
  router.get('/:language/seeking-relatives', async (req, res) => {
    const { params, query } = parse(req, pageSchemas.seeking);
    const { page, props } = shared(deps, params.language);
    const { oblast, district, cursor } = query;
    const [counts, people] = await Promise.all([
      deps.seeking.counts(),
      deps.seeking.people({ oblast, district, after: cursor, limit: PAGE_SIZE }),
    ]);
    const view = seekingView({ counts, people }, { oblast, district, oblastsOf: deps.oblastsOf }, page);
    res.send(renderPage(<SeekingRelativesPage {...props} {...view} />));
  });
  return router;
}
