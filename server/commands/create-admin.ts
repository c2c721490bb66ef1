import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { AppError } from '../errors.ts';
import { newUserBody } from '../users/user-schemas.ts';
import { COMMAND_ACTOR, openCommandSite } from './command-config.ts';
import { runCommand } from './run-command.ts';

const USAGE = 'npm run create-admin -- EMAIL   (the password is asked for, or read from standard input)';

/** The first account. The password is never an argument: it would stand in the shell's history and in the list of processes. */
async function main([email, ...more]: string[]): Promise<number> {
  if (!email || more.length > 0) throw new AppError('bad_input', USAGE);
  const password = await readPassword();
  const wanted = newUserBody.safeParse({ email, displayName: email.split('@')[0], role: 'admin', password });
  if (!wanted.success) {
    const wrong = wanted.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    throw new AppError('bad_input', wrong.join('\n'));
  }
  const site = await openCommandSite();
  try {
    const user = await site.services.users.create(COMMAND_ACTOR, wanted.data);
    process.stdout.write(`${user.email} can sign in as admin.\n`);
    return 0;
  } finally {
    await site.stop();
  }
}

async function readPassword(): Promise<string> {
  const asked = process.stdin.isTTY;
  if (asked) process.stderr.write('Password (at least 10 characters, not shown): ');
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: process.stdin, output: silent, terminal: asked });
  try {
    for await (const line of lines) return line;
    return '';
  } finally {
    lines.close();
    if (asked) process.stderr.write('\n');
  }
}

await runCommand(main);
