import { z } from 'zod';
import { TABLE_FORMATS } from '../tables/table-file.ts';

const format = z.enum(TABLE_FORMATS);

export const exportParams = z.strictObject({ format });
export const listParams = z.strictObject({ id: z.string().regex(/^[0-9a-z]{10,40}$/), format });
export const fileSchema = z.string();
