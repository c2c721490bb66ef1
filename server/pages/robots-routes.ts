import { type Response, Router } from 'express';
import { languages } from '../../client/messages/translate.ts';

export type SitemapDeps = {
  publicUrl: string;
  /** Addresses of pages that are there whatever the database holds, without their language. */
  pages: () => Promise<string[]>;
  countSoldiers: () => Promise<number>;
  /** Of the soldiers whom everybody may see and whose address begins so. */
  soldierIds: (beginning: string) => AsyncIterable<string>;
};

/** A sitemap holds 50,000 addresses at most, and each soldier has one in every language. */
const MOST_SOLDIERS = Math.floor(50_000 / languages.length);
/** Room for the pages of reference, and for parts that by chance hold more than others. */
const ROOM = 0.8;
const LETTERS = '0123456789abcdefghjkmnpqrstvwxyz';

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';
const SPACES = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml"';

/** What search engines may read: the public pages; never a family's status page, the desk or the API. */
export function createRobotRoutes(deps: SitemapDeps): Router {
  const router = Router();
  router.get('/robots.txt', (_req, res) => {
    res.type('text/plain').send(robots(deps.publicUrl));
  });
  router.get('/sitemap.xml', async (_req, res) => {
    res.type('application/xml');
    const parts = partsFor(await deps.countSoldiers());
    if (parts.length > 1) res.send(sitemapIndex(deps.publicUrl, parts));
    else await sendUrls(res, deps, { paths: await deps.pages(), part: '' });
  });
  router.get('/sitemaps/pages.xml', async (_req, res) => {
    res.type('application/xml');
    await sendUrls(res, deps, { paths: await deps.pages(), part: null });
  });
  router.get('/sitemaps/soldiers-:part.xml', async (req, res, next) => {
    const { part } = req.params;
    if (!/^[0-9a-hjkmnp-tv-z]{1,3}$/.test(part)) return next();
    res.type('application/xml');
    await sendUrls(res, deps, { paths: [], part });
  });
  return router;
}

/** Written as it is read, so that no part has to fit into memory twice. `part` null: no soldiers. */
async function sendUrls(
  res: Response,
  { publicUrl, soldierIds }: SitemapDeps,
  { paths, part }: { paths: string[]; part: string | null },
): Promise<void> {
  res.write(`${HEAD}<urlset ${SPACES}>\n`);
  for (const path of paths) res.write(entries(publicUrl, path));
  if (part !== null) for await (const id of soldierIds(part)) res.write(entries(publicUrl, `/soldiers/${id}`));
  res.end('</urlset>\n');
}

const robots = (publicUrl: string): string =>
  [
    'User-agent: *',
    'Disallow: /api/',
    'Disallow: /desk',
    'Disallow: /*/requests/',
    'Allow: /*/requests/new$',
    'Disallow: /*/memories/',
    'Disallow: /*/mail/',
    // Every question and filter is an address of its own: what they lead to stands in the sitemap.
    'Disallow: /*?*q=',
    `Sitemap: ${publicUrl}/sitemap.xml`,
    '',
  ].join('\n');

/** By how the address begins: a soldier stays in his part however many come, so a part can be read alone. */
function partsFor(soldiers: number): string[] {
  let parts = [''];
  while (soldiers / parts.length > MOST_SOLDIERS * ROOM) {
    parts = parts.flatMap((beginning) => [...LETTERS].map((letter) => beginning + letter));
  }
  return parts;
}

function sitemapIndex(publicUrl: string, parts: readonly string[]): string {
  const files = ['pages', ...parts.map((part) => `soldiers-${part}`)];
  const maps = files.map((file) => `<sitemap><loc>${publicUrl}/sitemaps/${file}.xml</loc></sitemap>\n`).join('');
  return `${HEAD}<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${maps}</sitemapindex>\n`;
}

/** One page in each language, each telling of the others. */
function entries(publicUrl: string, path: string): string {
  const others = languages
    .map((other) => `<xhtml:link rel="alternate" hreflang="${other}" href="${publicUrl}/${other}${path}"/>`)
    .join('');
  return languages.map((language) => `<url><loc>${publicUrl}/${language}${path}</loc>${others}</url>\n`).join('');
}
