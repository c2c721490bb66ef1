import { rm } from 'node:fs/promises';
import type { Request, Response } from 'express';
import multer from 'multer';
import { AppError } from '../errors.ts';
import { writtenText } from '../http/form-text.ts';
import { type FieldLimits, LONGEST_FIELD_BYTES, lostFieldsOf, readWithin } from './field-limits.ts';
import type { IncomingFile } from './file-service.ts';
import { createUploadStorage, type Written } from './upload-storage.ts';

/** What came with a multipart form. The files lie in the incoming folder until `discard`. */
export type Received = {
  fields: Record<string, string>;
  files: IncomingFile[];
  /** Removes what nobody kept. To be called in a `finally`, whatever happened. */
  discard(): Promise<void>;
};

export type ReceiveLimits = FieldLimits & {
  /** The form field the files stand in. */
  field: string;
  files: number;
  fileBytes: number;
};

const MOST_FIELDS = 40;
/** Files beyond the limit are told as too many and read past; so many more and nobody reads on. */
const FILES_BEYOND = 20;
const MB = 1024 * 1024;

export type ReceiveFiles = (req: Request, res: Response, limits: ReceiveLimits) => Promise<Received>;

/** True when the request is a form with files and not JSON. */
export function isMultipart(req: Request): boolean {
  return req.is('multipart/form-data') === 'multipart/form-data';
}

/** The text fields of a form with files, as far as they came: also of one that was refused. */
export function fieldsOf(req: Request): Record<string, string> {
  const body: unknown = req.body;
  if (typeof body !== 'object' || body === null) return {};
  return Object.fromEntries(
    Object.entries(body).flatMap(([name, value]) => (typeof value === 'string' ? [[name, writtenText(value)]] : [])),
  );
}

/** Writes uploads straight to the disk, never into memory. What was written of a broken upload is removed at once. */
export function createReceiveFiles(incomingDir: string): ReceiveFiles {
  return async (req, res, limits) => {
    if (!isMultipart(req)) {
      throw new AppError('unsupported_type', 'Send multipart/form-data', { messageKey: 'problem.file.missing' });
    }
    const options = {
      storage: createUploadStorage(incomingDir, limits),
      // Browsers send names of files in UTF-8; the old default would garble Cyrillic ones.
      defParamCharset: 'utf8',
      limits: {
        files: limits.files + FILES_BEYOND,
        fieldSize: LONGEST_FIELD_BYTES,
        fields: MOST_FIELDS,
        fieldNameSize: 100,
        parts: MOST_FIELDS + limits.files + FILES_BEYOND,
      },
      streamHandler: readWithin(limits),
    };
    const upload = multer(options).array(limits.field);
    await new Promise<void>((resolve, reject) => {
      upload(req, res, (error: unknown) => (error ? reject(uploadError(error, req, limits)) : resolve()));
    });
    return received(req, limits);
  };
}

async function received(req: Request, limits: ReceiveLimits): Promise<Received> {
  const uploaded = (Array.isArray(req.files) ? req.files : []) as (Express.Multer.File & Written)[];
  const files = uploaded.map(({ path, originalname, size }) => ({ path, name: originalname, bytes: size }));
  const discard = async () => {
    for (const { path } of files) {
      for (const one of [path, `${path}-large`, `${path}-small`]) await rm(one, { force: true });
    }
  };
  const lost = lostFieldsOf(req);
  if (lost.length > 0) {
    await discard();
    throw tooLong(lost);
  }
  const refused = uploaded.find((file) => file.refused !== null)?.refused;
  if (refused) {
    await discard();
    throw refused === 'too_many' ? tooMany(limits) : tooLarge(limits);
  }
  return { fields: fieldsOf(req), files, discard };
}

function tooLarge({ fileBytes }: ReceiveLimits): AppError {
  const limit = Math.round(fileBytes / MB);
  return new AppError('too_large', `The file is too large: at most ${limit} MB`, {
    messageKey: 'problem.file.size',
    details: { limit },
  });
}

function tooMany({ files }: ReceiveLimits): AppError {
  return new AppError('too_large', `Too many files: at most ${files}`, {
    messageKey: 'problem.file.count',
    details: { limit: files },
  });
}

function tooLong(fields: readonly string[], cause?: Error): AppError {
  return new AppError('too_large', 'The form has too many or too long fields', {
    problems: fields.map((field) => ({ pointer: `/${field}`, detail: 'problem.field.lost' })),
    cause,
  });
}

function uploadError(error: unknown, req: Request, limits: ReceiveLimits): Error {
  if (error instanceof multer.MulterError) {
    const beyond =
      error.code === 'LIMIT_FILE_COUNT' || (error.code === 'LIMIT_UNEXPECTED_FILE' && error.field === limits.field);
    if (beyond) return tooMany(limits);
    if (error.code === 'LIMIT_UNEXPECTED_FILE') return unexpectedField(error);
    return tooLong([...lostFieldsOf(req), ...(error.field ? [error.field] : [])], error);
  }
  // Busboy's complaints about a form that is cut off or is none.
  return new AppError('bad_input', 'The file did not arrive completely', {
    messageKey: 'problem.file.unfinished',
    cause: error,
  });
}

function unexpectedField(error: multer.MulterError): AppError {
  return new AppError('bad_input', 'There is a file in a field that takes none', {
    problems: [{ pointer: `/${error.field ?? ''}`, detail: 'problem.field.unknown' }],
    cause: error,
  });
}
