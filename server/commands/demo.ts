import { seedDemo } from '../../seed/demo.ts';
import { createSite, type Site } from '../compose.ts';
import { loadConfig } from '../config.ts';
import { DEMO_ACCOUNTS, DEMO_PARTNER_CODE, DEMO_PASSWORD } from '../demo-accounts.ts';
import { AppError } from '../errors.ts';
import { serve, stopOnSignals } from '../serve.ts';
import { DEMO_DATA_DIR, demoSecrets } from './demo-secrets.ts';
import { runCommand } from './run-command.ts';

/** Nobody's: the strip over every page of the demo says so. */
const EXAMPLE_PHONE = '+7 700 000 00 00';

/**
 * `npm run demo`: from a fresh machine to a site one can try. Reads no `.env` and takes no MONGODB_URI, so that it can never
 * put its invented people into a real store.
 */
async function main(): Promise<number> {
  const { PORT, PUBLIC_URL, LOG_LEVEL = 'warn', DATA_DIR = DEMO_DATA_DIR } = process.env;
  const given = { PORT, PUBLIC_URL, LOG_LEVEL, DATA_DIR, HELP_PHONE: EXAMPLE_PHONE };
  const config = loadConfig({ ...given, ...demoSecrets(DATA_DIR) }, 'demo');
  const site = await createSite(config);
  try {
    await refuseRealStore(site);
    await seedDemo(site);
    const serving = await serve(site);
    stopOnSignals(serving);
    process.stdout.write(welcome(config.publicUrl.replace(/:0$/, `:${serving.port}`), DATA_DIR));
    return 0;
  } catch (error) {
    await site.stop();
    throw error;
  }
}

/** A folder somebody named by mistake: one with accounts of its own is no demo. */
async function refuseRealStore({ services }: Site): Promise<void> {
  const accounts = (await services.users.list({ id: 'demo', role: 'admin' }, null, 1)).items.length;
  if (accounts === 0 || (await services.users.anyOf(DEMO_ACCOUNTS.map(({ email }) => email)))) return;
  throw new AppError(
    'bad_configuration',
    'This store has accounts and is no demo. Choose another folder with DATA_DIR.',
  );
}

function welcome(url: string, folder: string): string {
  const accounts = DEMO_ACCOUNTS.map(({ email, role }) => `    ${email.padEnd(26)} ${role}`).join('\n');
  return `
  Amanat is running: ${url}

  What to try first
    ${url}/kk/   search for  Қайырбеков,  Кайырбеков  or  Kairbekow: one family, three spellings
    ${url}/ru/requests/new   leave a request as a relative; you get a number and an address, no account
    ${url}/desk   sign in as a volunteer, take the request, look at the candidates, decide
    npm run import -- --partner ${DEMO_PARTNER_CODE} FILE.csv   bring in a partner's burial list
    ${url}/api/docs/   the API

  Accounts (password ${DEMO_PASSWORD})
${accounts}

  Invented people and requests are marked as examples. What you enter stays in ${folder} until you delete it.
  Stop with Ctrl+C.

`;
}

await runCommand(main);
