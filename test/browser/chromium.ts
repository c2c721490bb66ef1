import { existsSync } from 'node:fs';
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const PLACES = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Where the browser is; null where there is none. */
export function findChromium(): string | null {
  return PLACES.find((place) => place !== undefined && existsSync(place)) ?? null;
}

export const PHONE = { width: 360, height: 740 };
export const DESKTOP = { width: 1280, height: 900 };

/** What the pages complained about: scripts that failed, and everything the Content-Security-Policy held back. */
export const complaints: string[] = [];

let shared: Promise<Browser> | null = null;

function browser(): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === null) throw new Error('No Chromium: set CHROMIUM to its path');
  // Playwright gives each launch a new profile folder and removes it.
  shared ??= chromium.launch({ executablePath, args: ARGUMENTS, headless: true });
  return shared;
}

/** A reader of her own: no cookies, nothing kept from others. */
export async function openReader(options: BrowserContextOptions = {}): Promise<BrowserContext> {
  const context = await (await browser()).newContext({ viewport: DESKTOP, ...options });
  context.setDefaultTimeout(20_000);
  context.on('page', listen);
  return context;
}

function listen(page: Page): void {
  page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error.message}`));
  page.on('console', (message) => {
    const text = message.text();
    // A refused request (401 before signing in, 409, 412) is told by the browser too, and is no fault.
    if (message.type() === 'error' && !text.startsWith('Failed to load resource')) {
      complaints.push(`${page.url()}: ${text}`);
    }
  });
}

export async function closeBrowser(): Promise<void> {
  await (await shared)?.close();
  shared = null;
}
