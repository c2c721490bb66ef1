import { pipeline } from 'node:stream/promises';
import { type Response, Router } from 'express';
import type { ApiFeature } from '../http/openapi.ts';
import { parse } from '../http/parse.ts';
import { fileContent, fileParams, fileQuery } from './file-schemas.ts';
import type { FileService, OpenFile } from './file-service.ts';

export function createFileFeature(files: FileService): ApiFeature {
  const router = Router();
  router.get('/files/:id', async (req, res) => {
    const { params, query } = parse(req, { params: fileParams, query: fileQuery });
    await sendFile(res, await files.open(req.actor, params.id, query.size));
  });
  return {
    router,
    operations: [
      {
        method: 'get',
        path: '/files/{id}',
        summary: 'A picture or paper of a request, the raw list of an import, a scan beside one of its rows',
        tag: 'files',
        who: 'whoever may see the request or import',
        request: { params: fileParams, query: fileQuery },
        answers: { 200: { description: 'The content', schema: fileContent, type: 'application/octet-stream' } },
      },
    ],
  };
}

/** Only pictures, which we drew ourselves, are shown in the page; everything else is saved. */
export async function sendFile(
  res: Response,
  { file, type, bytes, content }: OpenFile,
  cacheControl = 'private, max-age=3600',
): Promise<void> {
  const name = { picture: `${file.id}.jpg`, pdf: file.name ?? `${file.id}.pdf`, list: file.name ?? file.id }[file.kind];
  if (file.kind === 'picture') res.set('Content-Disposition', `inline; filename="${name}"`);
  else res.attachment(name);
  res.set({
    'Content-Type': type,
    'Content-Length': String(bytes),
    'Cache-Control': cacheControl,
    'Content-Security-Policy': "default-src 'none'; sandbox",
  });
  await pipeline(content, res);
}
