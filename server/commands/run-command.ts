import { isLanguage, type Language } from '../../client/messages/translate.ts';
import { AppError } from '../errors.ts';

/** Runs a command: its number is the exit code, and an error a person can act on is said in a line, without a trace. */
export async function runCommand(main: (args: string[]) => Promise<number>): Promise<void> {
  try {
    process.exitCode = await main(process.argv.slice(2));
  } catch (error) {
    if (error instanceof AppError || isUsageError(error)) process.stderr.write(`${error.message}\n`);
    else process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exitCode = 1;
  }
}

function isUsageError(error: unknown): error is Error {
  return error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
}

/** The language of whoever types the command; Russian when the machine says nothing we know. */
export function readerOfCommand(env: NodeJS.ProcessEnv): Language {
  const said = (env.LC_ALL || env.LC_MESSAGES || env.LANG || '').slice(0, 2);
  return isLanguage(said) ? said : 'ru';
}
