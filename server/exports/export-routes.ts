import { pipeline } from 'node:stream/promises';
import { type Response, Router } from 'express';
import type { MentionRow } from '../domain/row.ts';
import type { ApiFeature, ApiOperation } from '../http/openapi.ts';
import { parse } from '../http/parse.ts';
import { requireActor } from '../http/request-context.ts';
import { rowsFile, TABLE_TYPES, type TableFormat } from '../tables/table-file.ts';
import { exportParams, fileSchema, listParams } from './export-schemas.ts';
import type { ExportService } from './export-service.ts';

export function createExportFeature(exports: ExportService): ApiFeature {
  const router = Router();
  router.get('/rows.:format', async (req, res) => {
    const { format } = parse(req, { params: exportParams }).params;
    await sendRows(res, exports.publicRows(requireActor(req)), { name: 'amanat-rows', format });
  });
  router.get('/imports/:id/rows.:format', async (req, res) => {
    const { id, format } = parse(req, { params: listParams }).params;
    await sendRows(res, await exports.rowsOfList(requireActor(req), id), { name: `list-${id}`, format });
  });
  return { router, operations };
}

type RowsFile = { name: string; format: TableFormat };

async function sendRows(res: Response, rows: AsyncIterable<MentionRow>, { name, format }: RowsFile): Promise<void> {
  res.attachment(`${name}.${format}`).type(TABLE_TYPES[format]);
  await pipeline(rowsFile(rows, format), res);
}

const tag = 'exports';
const answers = { 200: { description: 'The file, written while it is read', schema: fileSchema, type: 'text/csv' } };
const operations: ApiOperation[] = [
  {
    method: 'get',
    path: '/rows.{format}',
    summary: 'All public rows as CSV, XLSX or NDJSON, in the fields of the contract',
    tag,
    who: 'volunteers, coordinators, admins',
    request: { params: exportParams },
    answers,
  },
  {
    method: 'get',
    path: '/imports/{id}/rows.{format}',
    summary: 'The rows of the list as they are stored now; brought in elsewhere they are the same rows',
    tag,
    who: 'partners (their own), coordinators, admins',
    request: { params: listParams },
    answers,
  },
];
