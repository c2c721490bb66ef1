import { type Response, Router } from 'express';
import { serve as viewerFiles } from 'swagger-ui-express';
import { z } from 'zod';
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from 'zod-openapi';
import type { RequestSchema } from './parse.ts';

/** One operation of the API, told by the feature it belongs to beside its route. */
export type ApiOperation = {
  method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** Below /api, with `{id}` for what varies. */
  path: string;
  summary: string;
  /** The feature, as heading in the viewer. */
  tag: string;
  /** Who may call it: nothing for anyone, else a word on the role. */
  who?: string;
  request?: RequestSchema;
  /** What comes in with multipart/form-data, in words; the body schema then describes its JSON part. */
  multipart?: string;
  /** `schema` absent: the answer has no body. Errors are the same everywhere and are added here. */
  answers: Record<number, { description: string; schema?: z.ZodType; type?: string }>;
  /** A change of a single thing: needs If-Match. */
  versioned?: boolean;
};

/** One feature's door: its routes, written with their whole path below /api, and what this document says of them. */
export type ApiFeature = { router: Router; operations: readonly ApiOperation[] };

const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    detail: z.string(),
    code: z.string(),
    errors: z.array(z.object({ pointer: z.string(), detail: z.string() })).optional(),
    details: z.record(z.string(), z.unknown()).optional(),
    requestId: z.string(),
  })
  .meta({ id: 'Problem', description: 'RFC 9457 problem details; title and detail follow Accept-Language' });

const problemAnswer = {
  description: 'Something is wrong',
  content: { 'application/problem+json': { schema: problemSchema } },
};

/** The whole API as OpenAPI 3.1, made from the schemas that check the requests, so that it cannot say anything else. */
export function createOpenApi(operations: readonly ApiOperation[], publicUrl: string) {
  const paths: ZodOpenApiPathsObject = {};
  for (const operation of operations) {
    const path = `/api${operation.path}`;
    paths[path] = { ...paths[path], [operation.method]: describe(operation) };
  }
  return createDocument({
    openapi: '3.1.0',
    info: {
      title: 'Amanat',
      version: '1',
      description:
        'Soldiers from Kazakhstan who did not return from the war, the requests of their families, the lists of partners.',
    },
    servers: [{ url: publicUrl }],
    paths,
    components: {
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer', description: 'An access token of POST /api/session or an API key' },
      },
    },
  });
}

function describe(operation: ApiOperation): ZodOpenApiOperationObject {
  const { request, who } = operation;
  const described: ZodOpenApiOperationObject = {
    summary: operation.summary,
    tags: [operation.tag],
    responses: { default: problemAnswer },
  };
  if (who) {
    described.description = `For: ${who}.`;
    described.security = [{ bearer: [] }];
  }
  const params: Record<string, z.ZodType> = {};
  if (request?.params) params.path = request.params;
  if (request?.query) params.query = request.query;
  if (operation.versioned)
    params.header = z.object({ 'If-Match': z.string().meta({ description: 'The ETag that was read' }) });
  described.requestParams = params as NonNullable<ZodOpenApiOperationObject['requestParams']>;
  const body = describeBody(operation);
  if (body) described.requestBody = body;
  for (const [status, answer] of Object.entries(operation.answers)) {
    const content = answer.schema ? { [answer.type ?? 'application/json']: { schema: answer.schema } } : undefined;
    described.responses[status as `${1 | 2 | 3 | 4 | 5}${string}`] = content
      ? { description: answer.description, content }
      : { description: answer.description };
  }
  return described;
}

function describeBody({ request, multipart }: ApiOperation): ZodOpenApiOperationObject['requestBody'] {
  if (!multipart) return request?.body ? { content: { 'application/json': { schema: request.body } } } : undefined;
  const files = { schema: z.object({}).loose().meta({ description: multipart }) };
  if (!request?.body) return { content: { 'multipart/form-data': files } };
  return { content: { 'application/json': { schema: request.body }, 'multipart/form-data': files } };
}

/** `/openapi.json` and the viewer at `/docs`, whose files all come from this site. */
export function createOpenApiRouter(operations: readonly ApiOperation[], publicUrl: string): Router {
  const router = Router();
  const document = createOpenApi(operations, publicUrl);
  router.get('/openapi.json', (_req, res) => {
    res.json(document);
  });
  router.get('/docs', (req, res) => {
    if (!req.originalUrl.endsWith('/')) res.redirect(308, '/api/docs/');
    else sendViewer(res);
  });
  router.get('/docs/start.js', (_req, res) => {
    res.type('js').send("SwaggerUIBundle({ url: '../openapi.json', dom_id: '#viewer', validatorUrl: null });\n");
  });
  router.use('/docs', ...viewerFiles);
  return router;
}

/** Our own page around the viewer, because the one it brings has inline styles and scripts. */
function sendViewer(res: Response): void {
  res.type('html').send(`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Amanat: API</title>
<link rel="stylesheet" href="./swagger-ui.css">
</head>
<body>
<div id="viewer"></div>
<script src="./swagger-ui-bundle.js"></script>
<script src="./start.js"></script>
</body>
</html>
`);
}
