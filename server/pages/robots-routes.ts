import { Router } from 'express';
import { languages } from '../../client/messages/translate.ts';

/** What search engines may read: the public pages; never a family's status page, the desk or the API. */
export function createRobotRoutes(publicUrl: string, soldierIds: (most: number) => AsyncIterable<string>): Router {
  const router = Router();
  router.get('/robots.txt', (_req, res) => {
    res
      .type('text/plain')
      .send(
        `User-agent: *\nDisallow: /api/\nDisallow: /desk\nDisallow: /*/requests/\nDisallow: /*/memories/\nDisallow: /*/mail/\nSitemap: ${publicUrl}/sitemap.xml\n`,
      );
  });
  router.get('/sitemap.xml', async (_req, res) => {
    res.type('application/xml');
    res.write('<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n');
    for (const path of ['/', '/burial-sites', '/divisions', '/about', '/statistics'])
      res.write(entries(publicUrl, path));
    for await (const id of soldierIds(MOST)) res.write(entries(publicUrl, `/soldiers/${id}`));
    res.end('</urlset>\n');
  });
  return router;
}

// A sitemap holds 50,000 addresses at most; three languages each.
const MOST = 16_000;

function entries(publicUrl: string, path: string): string {
  return languages.map((language) => `<url><loc>${publicUrl}/${language}${path}</loc></url>\n`).join('');
}
