import { z } from 'zod';
import { evidenceView } from './triage-schemas.ts';

const soldierId = z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/);

/** A name in any script, or the address of a memorial page pasted as it is. */
export const findQuery = z.strictObject({ q: z.string().trim().min(2).max(300) });
export const soldierDeskParams = z.strictObject({ id: soldierId });
export const compareQuery = z.strictObject({ with: soldierId });

export const knownSoldierView = z
  .object({
    id: z.string(),
    name: z.string(),
    life: z.string(),
    birthPlace: z.string().nullable(),
    fate: z.string().nullable(),
    papers: z.number().int(),
    /** One of his papers is for confirmed kin and the desk only. */
    sensitive: z.boolean(),
  })
  .meta({ id: 'KnownSoldier' });

export const knownSoldiersView = z.object({ items: z.array(knownSoldierView) });
export const comparisonView = z.object({ evidence: z.array(evidenceView), weight: z.number() });
