import { Router } from 'express';
import type { ApiFeature } from '../http/openapi.ts';
import { sendPage } from '../http/paging.ts';
import { parse } from '../http/parse.ts';
import { placesQuery, placesView } from './place-schemas.ts';
import type { PlaceService } from './place-service.ts';
import { placeView } from './place-view.ts';

// Coordinates and many spellings are theirs; their licence asks for the name wherever the data show.
const CREDIT = 'GeoNames, CC BY 4.0, https://www.geonames.org/';

/** The public door: places of the war years under all their names. */
export function createPlaceFeature(places: PlaceService): ApiFeature {
  const router = Router();
  router.get('/places', (req, res) => {
    const question = parse(req, { query: placesQuery }).query;
    sendPage(req, res, { items: places.find(question).map(placeView), next: null }, { credit: CREDIT });
  });
  return {
    router,
    operations: [
      {
        method: 'get',
        path: '/places',
        summary: 'Oblasts, towns, districts and villages whose name of any time begins or sounds so',
        tag: 'places',
        request: { query: placesQuery },
        answers: { 200: { description: 'The larger places first', schema: placesView } },
      },
    ],
  };
}
