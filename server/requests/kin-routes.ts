import { Router } from 'express';
import type { ApiFeature } from '../http/openapi.ts';
import { parse } from '../http/parse.ts';
import { soldierPageSchema } from '../soldiers/soldier-schemas.ts';
import { soldierPageView } from '../soldiers/soldier-view.ts';
import type { KinService } from './kin-service.ts';
import { codeParams } from './request-schemas.ts';

/** The door to what only confirmed kin may see. */
export function createKinFeature(kin: KinService): ApiFeature {
  const router = Router();
  router.get('/requests/status/:code/soldier', async (req, res) => {
    const { code } = parse(req, { params: codeParams }).params;
    res.set('Cache-Control', 'no-store');
    res.json(soldierPageView(await kin.open(code)));
  });
  return { router, operations };
}

const operations: ApiFeature['operations'] = [
  {
    method: 'get',
    path: '/requests/status/{code}/soldier',
    summary:
      'The man found for this family with all that only kin may see; once he is proven or probable (levels A, B)',
    tag: 'requests',
    request: { params: codeParams },
    answers: {
      200: { description: 'As a memorial page, painful papers too', schema: soldierPageSchema },
      404: { description: 'Nobody was confirmed for this request' },
    },
  },
];
