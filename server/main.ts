import { createSite } from './compose.ts';
import { loadConfig, readEnvironment } from './config.ts';
import { DEMO_ACCOUNTS } from './demo-accounts.ts';
import { AppError } from './errors.ts';
import { serve, stopOnSignals } from './serve.ts';

/** `npm start`: production. Never seeds, and refuses a store whose passwords stand in the documentation. */
async function main(): Promise<void> {
  const site = await createSite(loadConfig(readEnvironment()));
  if (await site.services.users.anyOf(DEMO_ACCOUNTS.map((account) => account.email))) {
    await site.stop();
    throw new AppError(
      'bad_configuration',
      "This store has the demo's accounts, whose password everybody knows. Use another DATA_DIR or MONGODB_URI.",
    );
  }
  stopOnSignals(await serve(site));
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof AppError ? error.message : String(error)}\n`);
  process.exit(1);
});
