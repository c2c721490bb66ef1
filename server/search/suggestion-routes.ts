import { Router } from 'express';
import type { ApiFeature } from '../http/openapi.ts';
import { parse } from '../http/parse.ts';
import { suggestionQuery, suggestionsView } from './suggestion-schemas.ts';
import type { SuggestionService } from './suggestion-service.ts';

/** What the search box may offer while somebody types. */
export function createSuggestionFeature(suggestions: SuggestionService): ApiFeature {
  const router = Router();
  router.get('/suggestions', async (req, res) => {
    const { q } = parse(req, { query: suggestionQuery }).query;
    res.json({ items: await suggestions.suggest(q) });
  });
  return {
    router,
    operations: [
      {
        method: 'get',
        path: '/suggestions',
        summary: 'Names of the records that a text may become',
        tag: 'soldiers',
        request: { query: suggestionQuery },
        answers: { 200: { description: 'Eight at most', schema: suggestionsView } },
      },
    ],
  };
}
