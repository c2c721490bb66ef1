import { z } from 'zod';

export const suggestionQuery = z.strictObject({ q: z.string().trim().min(2).max(120) });

export const suggestionsView = z.object({ items: z.array(z.string()) });
