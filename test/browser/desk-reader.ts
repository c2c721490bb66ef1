import type { BrowserContext, Page } from 'playwright-core';
import { DEMO_PASSWORD } from '../../server/demo-accounts.ts';
import { openReader } from './chromium.ts';

type Options = Parameters<typeof openReader>[0] & { language?: 'kk' | 'ru' | 'en' };

/** Somebody with a browser of her own, signed in at the desk. */
export async function openDesk(
  url: string,
  email: string,
  { language = 'ru', ...options }: Options = {},
): Promise<{ context: BrowserContext; page: Page }> {
  const kept = [{ name: 'amanat.desk.language', value: language }];
  const storageState = { cookies: [], origins: [{ origin: url, localStorage: kept }] };
  const context = await openReader({ storageState, ...options });
  const page = await context.newPage();
  await page.goto(`${url}/desk`);
  await page.locator('#email').fill(email);
  await page.locator('#password').fill(DEMO_PASSWORD);
  await page.locator('main button[type=submit]').click();
  await page.locator('#email').waitFor({ state: 'detached' });
  await page.locator('dialog.help').waitFor({ state: 'attached' });
  return { context, page };
}
