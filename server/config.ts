import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'zod';
import { AppError, type FieldProblem } from './errors.ts';

const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const;
const CONTACT_KEY_BYTES = 32;
const MB = 1024 * 1024;

function wholeNumber(least: number, most: number, usual: number) {
  const wrong = `must be a whole number from ${least} to ${most}`;
  return z
    .string()
    .regex(/^\d{1,12}$/, wrong)
    .transform(Number)
    .pipe(z.number().min(least, wrong).max(most, wrong))
    .default(usual);
}

function address(protocols: readonly string[]) {
  const wrong = `must be an address that starts with ${protocols.map((name) => `${name}//`).join(' or ')}`;
  return z.string().refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol), wrong);
}

/** mongodb:// with several hosts is no URL, so only its beginning is looked at; the driver says the rest. */
const mongodbAddress = z
  .string()
  .regex(/^mongodb(\+srv)?:\/\/\S+$/, 'must be an address that starts with mongodb:// or mongodb+srv://');

const contactKey = z
  .string('is needed: 32 random bytes as base64, for example from `openssl rand -base64 32`')
  .refine((text) => Buffer.from(text, 'base64').length === CONTACT_KEY_BYTES, 'must be 32 bytes written as base64');

const schema = z.object({
  PORT: wholeNumber(0, 65_535, 3000),
  PUBLIC_URL: address(['http:', 'https:']).optional(),
  DATA_DIR: z.string().default('./data'),
  MONGODB_URI: mongodbAddress.optional(),
  MEILI_URL: address(['http:', 'https:']).optional(),
  MEILI_API_KEY: z.string().optional(),
  JWT_SECRET: z
    .string('is needed: at least 32 characters, for example from `openssl rand -base64 48`')
    .min(32, 'must have at least 32 characters'),
  CONTACT_KEY: contactKey,
  SMTP_URL: address(['smtp:', 'smtps:']).optional(),
  MAIL_FROM: z.email('must be an e-mail address').max(254).optional(),
  HELP_PHONE: z.string().max(40).optional(),
  LOG_LEVEL: z.enum(LOG_LEVELS, `must be one of ${LOG_LEVELS.join(', ')}`).default('info'),
  TRUST_PROXY: wholeNumber(0, 10, 0),
  FILE_MAX_MB: wholeNumber(1, 100, 15),
  FILES_MAX: wholeNumber(1, 50, 10),
  LIST_MAX_MB: wholeNumber(1, 2000, 100),
  SEARCHES_PER_MINUTE: wholeNumber(1, 1_000_000, 240),
  FAILED_SIGN_INS_PER_QUARTER_HOUR: wholeNumber(1, 1_000_000, 30),
  REQUESTS_PER_HOUR: wholeNumber(1, 1_000_000, 60),
  UPLOAD_MB_PER_HOUR: wholeNumber(1, 1_000_000, 500),
  IMPORT_UNDO_DAYS: wholeNumber(0, 3650, 30),
  IMPORT_KEEP_DAYS: wholeNumber(0, 3650, 90),
  CONTACT_KEEP_DAYS: wholeNumber(0, 36_500, 730),
});

/** Every variable the site reads; `.env.example` explains each. */
export const CONFIG_VARIABLES: readonly string[] = Object.keys(schema.shape);

/** A command signs nobody in, so it gets along without the secrets; a wrong one is still named. */
const commandSchema = schema.extend({
  JWT_SECRET: schema.shape.JWT_SECRET.default(() => randomBytes(32).toString('hex')),
  CONTACT_KEY: contactKey.optional(),
});

type Environment = Readonly<Record<string, string | undefined>>;

export type LogLevel = (typeof LOG_LEVELS)[number];

export type Limits = Readonly<{
  fileBytes: number;
  files: number;
  listBytes: number;
  searchesPerMinute: number;
  failedSignInsPerQuarterHour: number;
  requestsPerHour: number;
  uploadBytesPerHour: number;
  importUndoDays: number;
  /** Lists that were never brought in, or were taken back; 0: for ever. */
  importKeepDays: number;
  /** After a request was closed; 0: until the family withdraws. */
  contactKeepDays: number;
}>;

export type Config = Readonly<{
  /** The demo seeds itself and makes its own secrets; production never does. */
  demo: boolean;
  port: number;
  /** Without a slash at the end. */
  publicUrl: string;
  dataDir: string;
  mongodbUri: string | undefined;
  meili: Readonly<{ url: string; apiKey: string | undefined }> | undefined;
  jwtSecret: string;
  /** Null only for a command that was given none: it can then do everything but open or seal contact data. */
  contactKey: Uint8Array | null;
  smtpUrl: string | undefined;
  /** The address letters come from. */
  mailFrom: string;
  logLevel: LogLevel;
  /** Whom families may call to have the form filled in for them. */
  helpPhone: string | undefined;
  /** How many proxies stand in front: 0 means the caller's address is the one that connects. */
  trustProxy: number;
  limits: Limits;
}>;

/** The variables of this process, with those of a `.env` file beside them. What is set outside the file wins. */
export function readEnvironment(envFile = '.env'): Environment {
  if (existsSync(envFile)) process.loadEnvFile(envFile);
  return process.env;
}

/**
 * Reads the configuration out of the environment given.
 * @throws AppError `bad_configuration` that names every wrong variable at once and none of their values.
 */
export function loadConfig(env: Environment, mode: 'production' | 'demo' | 'command' = 'production'): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  const result = (mode === 'command' ? commandSchema : schema).safeParse(given);
  if (!result.success) throw wrongConfiguration(result.error.issues);
  return freeze(result.data, mode === 'demo');
}

function wrongConfiguration(issues: readonly z.core.$ZodIssue[]): AppError {
  const problems: FieldProblem[] = issues.map((issue) => ({ pointer: String(issue.path[0]), detail: issue.message }));
  const lines = problems.map((problem) => `  ${problem.pointer} ${problem.detail}`);
  return new AppError('bad_configuration', `The configuration is wrong:\n${lines.join('\n')}`, { problems });
}

function freeze(env: z.output<typeof schema> | z.output<typeof commandSchema>, demo: boolean): Config {
  const publicUrl = (env.PUBLIC_URL ?? `http://localhost:${env.PORT}`).replace(/\/+$/, '');
  return Object.freeze({
    demo,
    port: env.PORT,
    publicUrl,
    dataDir: resolve(env.DATA_DIR),
    mongodbUri: env.MONGODB_URI,
    meili: env.MEILI_URL ? Object.freeze({ url: env.MEILI_URL, apiKey: env.MEILI_API_KEY }) : undefined,
    jwtSecret: env.JWT_SECRET,
    contactKey: env.CONTACT_KEY === undefined ? null : new Uint8Array(Buffer.from(env.CONTACT_KEY, 'base64')),
    smtpUrl: env.SMTP_URL,
    mailFrom: env.MAIL_FROM ?? `amanat@${new URL(publicUrl).hostname}`,
    logLevel: env.LOG_LEVEL,
    helpPhone: env.HELP_PHONE,
    trustProxy: env.TRUST_PROXY,
    limits: Object.freeze({
      fileBytes: env.FILE_MAX_MB * MB,
      files: env.FILES_MAX,
      listBytes: env.LIST_MAX_MB * MB,
      searchesPerMinute: env.SEARCHES_PER_MINUTE,
      failedSignInsPerQuarterHour: env.FAILED_SIGN_INS_PER_QUARTER_HOUR,
      requestsPerHour: env.REQUESTS_PER_HOUR,
      uploadBytesPerHour: env.UPLOAD_MB_PER_HOUR * MB,
      importUndoDays: env.IMPORT_UNDO_DAYS,
      importKeepDays: env.IMPORT_KEEP_DAYS,
      contactKeepDays: env.CONTACT_KEEP_DAYS,
    }),
  });
}
