import { z } from 'zod';

export const fileParams = z.strictObject({ id: z.string().regex(/^[0-9a-z]{10,40}$/) });
export const fileQuery = z.strictObject({ size: z.enum(['large', 'small']).default('large') });
export const fileContent = z.string().meta({ description: 'The bytes of the file' });
