import { Router } from 'express';
import { scanView } from '../files/scan-view.ts';
import type { ApiFeature } from '../http/openapi.ts';
import { parse } from '../http/parse.ts';
import { requireActor } from '../http/request-context.ts';
import { importParams } from './import-schemas.ts';
import { listScansQuery, listScansSchema } from './list-scan-schemas.ts';
import type { ListScan, ListScanService } from './list-scan-service.ts';

/** What a partner sent beside its rows: each scan with the row that it lies beside. */
export function createListScanFeature(scans: ListScanService): ApiFeature {
  const router = Router();
  router.get('/imports/:id/scans', async (req, res) => {
    const { params, query } = parse(req, { params: importParams, query: listScansQuery });
    const { items, next } = await scans.list(requireActor(req), params.id, query);
    res.json({ items: items.map(listScanView), next });
  });
  return {
    router,
    operations: [
      {
        method: 'get',
        path: '/imports/{id}/scans',
        summary: 'The scans that lie beside the rows of the list; the next page is after `next`',
        tag: 'imports',
        who: 'partners (their own), coordinators, admins',
        request: { params: importParams, query: listScansQuery },
        answers: { 200: { description: 'Scans, oldest first', schema: listScansSchema } },
      },
    ],
  };
}

function listScanView({ file, line, soldierId, written }: ListScan) {
  return { ...scanView(file), line, soldierId, row: written };
}
