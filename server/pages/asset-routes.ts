import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import express, { Router } from 'express';
import { DAY_MS } from '../domain/dates/calendar.ts';
import { remembered } from '../remembered.ts';
import { drawSiteIcons } from './site-icon.ts';

const WEEK = 7 * DAY_MS;

/** The folder of package.json: above the sources while developing, above `dist` in production. */
function projectFolder(): string {
  let folder = import.meta.dirname;
  while (!existsSync(join(folder, 'package.json'))) {
    const above = dirname(folder);
    if (above === folder) throw new Error('package.json was not found above the server');
    folder = above;
  }
  return folder;
}

/** Style sheet, icon, the few scripts that only add comfort, and the bundled typeface. Nothing on a page comes from another host. */
export function createAssetRouter(): Router {
  const root = projectFolder();
  const router = Router();
  const fonts = join(root, 'node_modules/@fontsource/noto-serif/files');
  router.use('/fonts', express.static(fonts, { maxAge: WEEK, immutable: true, index: false, fallthrough: false }));
  // The style sheet changes with a new version of the site: the browser asks each hour, and mostly hears "unchanged".
  const hourly = { maxAge: 3600 * 1000, index: false } as const;
  router.use(express.static(join(root, 'client/styles'), hourly));
  router.use(express.static(join(root, 'client/extras'), hourly));
  return router;
}

/** The icon under the addresses that browsers ask for by themselves, whatever a page says. Drawn when first asked. */
export function createIconRouter(): Router {
  const router = Router();
  const icons = remembered(() => drawSiteIcons(join(projectFolder(), 'client/styles/icon.svg')));
  const kept = `public, max-age=${WEEK / 1000}`;
  router.get('/favicon.ico', async (_req, res) => {
    const { tab } = await icons();
    res.set('Cache-Control', kept).type('image/x-icon').send(tab);
  });
  router.get(['/apple-touch-icon.png', '/apple-touch-icon-precomposed.png'], async (_req, res) => {
    const { telephone } = await icons();
    res.set('Cache-Control', kept).type('png').send(telephone);
  });
  return router;
}
