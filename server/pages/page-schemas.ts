import { z } from 'zod';
import { languages } from '../../client/messages/translate.ts';

const language = z.enum(languages);
const text = (most: number) => z.string().trim().max(most).optional();
/** Ids of the gazetteer; anything else is as if nothing was chosen. */
const placeId = z
  .string()
  .max(64)
  .regex(/^(?:obl|ray)-[a-z0-9-]+$/)
  .optional()
  .catch(undefined);
const params = z.strictObject({ language });
const idParams = z.strictObject({ language, id: z.string().max(64) });

/**
 * What the addresses of pages may hold. Unknown words in a query are passed over and not refused: messengers and mail programs add
 * their own to a link that a family sends on.
 */
export const pageSchemas = {
  search: {
    params,
    query: z.object({
      q: text(200),
      familyName: text(120),
      givenName: text(120),
      patronymic: text(120),
      birthYear: text(9),
      bornFrom: text(4),
      bornTo: text(4),
      birthPlace: text(120),
      conscriptionPlace: text(120),
      unit: text(120),
      burialSite: text(64),
      division: text(60),
      fate: text(40),
      country: text(60),
      camp: text(120),
      campNumber: text(40),
      cursor: text(400),
    }),
  },
  one: { params: idParams },
  memorial: { params: idParams, query: z.object({ reported: text(1) }) },
  sites: { params, query: z.object({ q: text(120), unknown: text(1), country: text(2) }) },
  site: { params: idParams, query: z.object({ letter: text(2), cursor: text(400) }) },
  form: {
    params,
    query: z.object({
      familyName: text(120),
      givenName: text(120),
      patronymic: text(120),
      birthDate: text(100),
      birthPlace: text(200),
      unit: text(200),
      camp: text(200),
      soldier: text(64),
    }),
  },
  status: {
    params: z.strictObject({ language, code: z.string().max(64) }),
    query: z.object({ sent: text(1), done: text(20) }),
  },
  ownFile: z.strictObject({ language, code: z.string().max(64), id: z.string().max(64) }),
  seeking: { params, query: z.object({ oblast: placeId, district: placeId, cursor: text(400) }) },
  page: { params },
} as const;
