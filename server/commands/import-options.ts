import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { AppError } from '../errors.ts';

export const USAGE =
  'npm run import -- --partner CODE [--partner-name NAME] [--list NAME] FILE [--mapping FILE] [--dry-run] [--json]';

/** Whether somebody only asks how the command is used. */
export const asksForHelp = (args: readonly string[]): boolean => args.includes('--help') || args.includes('-h');

export type ImportOptions = {
  partner: string;
  partnerName: string | undefined;
  /** Of which list the file is a new version. */
  list: string;
  file: string;
  mapping: string | undefined;
  dryRun: boolean;
  json: boolean;
};

/** The arguments of `npm run import`. */
export function readImportOptions(args: string[]): ImportOptions {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      partner: { type: 'string' },
      'partner-name': { type: 'string' },
      list: { type: 'string' },
      mapping: { type: 'string' },
      'dry-run': { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  });
  const [file, ...more] = positionals;
  if (!values.partner || !file || more.length > 0) throw new AppError('bad_input', USAGE);
  return {
    partner: values.partner,
    partnerName: values['partner-name'],
    list: values.list ?? basename(file),
    file,
    mapping: values.mapping,
    dryRun: values['dry-run'],
    json: values.json,
  };
}
