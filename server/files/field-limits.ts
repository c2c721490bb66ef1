import type { Readable, Writable } from 'node:stream';

/** Many times what a letter may hold is still read, so that it can be shown again to be shortened. */
export const LONGEST_FIELD_BYTES = 1024 * 1024;
/** Of any other field: some thousand letters, where a few hundred are asked for. */
const SHORT_FIELD_BYTES = 16 * 1024;
/** What a form writes back costs several times its length: all its short fields together are held to this. */
const ALL_FIELDS_BYTES = LONGEST_FIELD_BYTES + 128 * 1024;

export type FieldLimits = {
  /** The one text of the form that may be long. */
  longField?: string;
};

/** A form that is read, and what was kept of it until now. */
type Form = Readable & { body?: unknown };

const lost = new WeakMap<Form, string[]>();

/** The fields that were too long and not kept. */
export const lostFieldsOf = (req: Form): readonly string[] => lost.get(req) ?? [];

/** Reads a form into what multer has made ready, and lets go at once of a text that is too long; the others are kept. */
export function readWithin({ longField }: FieldLimits) {
  return (req: Form, form: Writable): void => {
    let all = 0;
    // After multer's own listener, which has kept it by then.
    form.on('field', (name: string, text: string) => {
      const bytes = Buffer.byteLength(text);
      all += bytes;
      const most = name === longField ? LONGEST_FIELD_BYTES : SHORT_FIELD_BYTES;
      if (bytes <= most && all <= ALL_FIELDS_BYTES) return;
      const { body } = req;
      if (typeof body === 'object' && body !== null) Reflect.deleteProperty(body, name.replace(/\[.*/s, ''));
      lost.set(req, [...lostFieldsOf(req), name]);
    });
    req.pipe(form);
  };
}
