import { pipeline } from 'node:stream/promises';
import { Router } from 'express';
import { type MentionRow, ROW_FIELDS } from '../domain/row.ts';
import type { ApiFeature, ApiOperation } from '../http/openapi.ts';
import { parse } from '../http/parse.ts';
import { requireActor } from '../http/request-context.ts';
import { rowsFile, TABLE_TYPES } from '../tables/table-file.ts';
import { differencePageSchema } from './difference-schemas.ts';
import type { DifferenceStore, ListDifference } from './difference-store.ts';
import { csvSchema, importParams, problemsQuery } from './import-schemas.ts';
import type { ImportService } from './import-service.ts';

type DifferenceRoutesDeps = { imports: Pick<ImportService, 'get'>; differences: DifferenceStore };

/** How a list differs from the partner's last version of it. Whoever may see the import may see this. */
export function createDifferenceFeature({ imports, differences }: DifferenceRoutesDeps): ApiFeature {
  const router = Router();
  for (const kind of ['changed', 'gone'] as const) {
    router.get(`/imports/:id/${kind}`, async (req, res) => {
      const { params, query } = parse(req, { params: importParams, query: problemsQuery });
      const { id } = await imports.get(requireActor(req), params.id);
      const items = await differences.list(id, kind, query);
      res.json({ items: items.map(differenceView) });
    });
  }
  router.get('/imports/:id/gone.csv', async (req, res) => {
    const { params } = parse(req, { params: importParams });
    const { id } = await imports.get(requireActor(req), params.id);
    res.attachment(`gone-${id}.csv`).type(TABLE_TYPES.csv);
    await pipeline(rowsFile(rowsBefore(differences.stream(id, 'gone')), 'csv'), res);
  });
  return { router, operations };
}

async function* rowsBefore(found: AsyncIterable<ListDifference>): AsyncGenerator<MentionRow> {
  for await (const { before } of found) yield before;
}

function differenceView({ place, before, after }: ListDifference) {
  const differs = after === null ? [] : ROW_FIELDS.filter((field) => (before[field] ?? '') !== (after[field] ?? ''));
  return { place, before, after, differs };
}

const tag = 'imports';
const who = 'partners (their own), coordinators, admins';
const answers = {
  200: { description: 'Rows, in order; the next page is after the last `place`', schema: differencePageSchema },
};
const request = { params: importParams, query: problemsQuery };
const operations: ApiOperation[] = [
  {
    method: 'get',
    path: '/imports/{id}/changed',
    summary: 'Rows that a check found to say something else than stands: before and after, the first two hundred',
    tag,
    who,
    request,
    answers,
  },
  {
    method: 'get',
    path: '/imports/{id}/gone',
    summary: "Rows of the partner's last version that this file no longer has; they are kept",
    tag,
    who,
    request,
    answers,
  },
  {
    method: 'get',
    path: '/imports/{id}/gone.csv',
    summary: 'The same as a file of rows',
    tag,
    who,
    request: { params: importParams },
    answers: { 200: { description: 'CSV', schema: csvSchema, type: 'text/csv' } },
  },
];
