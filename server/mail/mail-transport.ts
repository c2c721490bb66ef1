import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { type LetterContent, MailError, type SendLetter } from './letter.ts';

export type TransportOptions = {
  /** smtp:// or smtps://; absent: letters are put into the outbox. */
  smtpUrl: string | undefined;
  outboxDir: string;
  from: string;
  /** Right side of the Message-ID. */
  host: string;
};

/** A mail server that says nothing for so long says nothing at all. */
const PATIENCE_MS = 30_000;

/** Sends by SMTP or, where no server is set, writes each letter as a file that any mail program opens. */
export function createMailTransport({ smtpUrl, outboxDir, from, host }: TransportOptions): SendLetter {
  const message = (letter: LetterContent & { id: string }) => ({
    from: { name: 'Аманат', address: from },
    // As an object, so that nothing in an address is read as a name or a second address.
    to: { name: '', address: letter.to },
    subject: letter.subject,
    text: letter.text,
    // The same letter handed over twice, because an answer was lost, is one letter to the reader's mailbox.
    messageId: `<${letter.id}@${host}>`,
    headers: { 'Auto-Submitted': 'auto-generated', ...stopHeaders(letter.stopUrl) },
  });
  if (smtpUrl === undefined) return intoOutbox(outboxDir, message);
  const transport = createTransport({
    url: smtpUrl,
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    socketTimeout: PATIENCE_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return async (letter) => {
    try {
      await transport.sendMail(message(letter));
    } catch (error) {
      throw new MailError(isRefused(error), error);
    }
  };
}

function stopHeaders(stopUrl: string | null): Record<string, string> {
  if (stopUrl === null) return {};
  return { 'List-Unsubscribe': `<${stopUrl}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' };
}

type Message = (letter: LetterContent & { id: string }) => object;

function intoOutbox(dir: string, message: Message): SendLetter {
  const build = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
  return async (letter) => {
    await mkdir(dir, { recursive: true, mode: 0o700 });
    const { message: text } = await build.sendMail(message(letter));
    const path = join(dir, `${letter.id}.eml`);
    // Renamed when whole: whoever watches the folder never reads half a letter.
    await writeFile(`${path}.part`, text as Buffer, { mode: 0o600 });
    await rename(`${path}.part`, path);
  };
}

/** A 5xx about the recipient is for good; one about our sign-in or a line that broke is not the reader's fault. */
function isRefused(error: unknown): boolean {
  if (typeof error !== 'object' || error === null || !('code' in error)) return false;
  const status = 'responseCode' in error ? Number(error.responseCode) : 0;
  return error.code === 'EENVELOPE' && status >= 500 && status < 600;
}
