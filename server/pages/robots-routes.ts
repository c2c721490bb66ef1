import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
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
    // Only the parts of today's index: a shorter one would be as long as many of them.
    if (!partsFor(await deps.countSoldiers()).includes(part)) return next();
    res.type('application/xml');
    await sendUrls(res, deps, { paths: [], part });
  });
  return router;
}

/** Read no faster than it is written, and no further once the reader has left. `part` null: no soldiers. */
async function sendUrls(res: Response, deps: SitemapDeps, content: Content): Promise<void> {
  await pipeline(Readable.from(inPieces(urlset(deps, content))), res);
}

type Content = { paths: string[]; part: string | null };

async function* urlset({ publicUrl, soldierIds }: SitemapDeps, { paths, part }: Content): AsyncGenerator<string> {
  yield `${HEAD}<urlset ${SPACES}>\n`;
  for (const path of paths) yield entries(publicUrl, path);
  if (part !== null) for await (const id of soldierIds(part)) yield entries(publicUrl, `/soldiers/${id}`);
  yield '</urlset>\n';
}

const PIECE = 64 * 1024;

/** Joined to pieces of some size: tens of thousands of lines are not as many writes. */
async function* inPieces(lines: AsyncIterable<string>): AsyncGenerator<string> {
  let piece = '';
  for await (const line of lines) {
    piece += line;
    if (piece.length < PIECE) continue;
    yield piece;
    piece = '';
  }
  yield piece;
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
