import { AppError } from '../errors.ts';

/** The public databases a volunteer searches; an address pasted into the log must be one of their records. */
export const KNOWN_HOSTS: readonly string[] = [
  'obd-memorial.ru',
  'pamyat-naroda.ru',
  'podvignaroda.ru',
  'gwar.mil.ru',
  'arolsen-archives.org',
  'volksbund.de',
  'dokst.ru',
  'dokst.de',
  'stsg.de',
  'krigsgraver.no',
  'oorlogsgravenstichting.nl',
  'archives.kz',
  'batyrlarga-tagzym.kz',
];

const isKnown = (host: string): boolean => KNOWN_HOSTS.some((known) => host === known || host.endsWith(`.${known}`));

/**
 * The address of a found record, or null when none was given.
 * @throws AppError `bad_input` for an address that is none, or of a host we do not know
 */
export function knownRecordAddress(written: string | undefined): string | null {
  if (written === undefined || written.trim() === '') return null;
  const url = URL.canParse(written) ? new URL(written) : null;
  if (url !== null && (url.protocol === 'https:' || url.protocol === 'http:') && isKnown(url.hostname)) return url.href;
  throw new AppError('bad_input', 'This is no address of a database we know', {
    problems: [{ pointer: '/url', detail: 'requestProblem.unknownHost', values: { hosts: KNOWN_HOSTS.join(', ') } }],
  });
}
