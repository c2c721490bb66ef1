import { located } from './refusals.ts';

/** Refuses what MongoDB's aggregation does not take as a path: empty parts, parts that look like operators. */
export function checkFieldPath(path: string): void {
  if (path === '') throw located(40352, 'FieldPath cannot be constructed with empty string');
  if (path.endsWith('.')) throw located(40353, "FieldPath must not end with a '.'.");
  for (const part of path.split('.')) {
    if (part === '') throw located(15998, 'FieldPath field names may not be empty strings.');
    if (part.startsWith('$')) {
      throw located(16410, "FieldPath field names may not start with '$'. Consider using $getField or $setField.");
    }
    if (part.includes('\0')) throw located(16411, 'FieldPath field names may not contain null bytes.');
  }
}
