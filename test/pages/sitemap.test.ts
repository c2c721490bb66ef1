import { expect } from 'chai';
import express from 'express';
import supertest from 'supertest';
import { createRobotRoutes } from '../../server/pages/robots-routes.ts';
import { openTestSite } from '../site.ts';

const LETTERS = '0123456789abcdefghjkmnpqrstvwxyz';

function siteOf(soldiers: number) {
  const app = express();
  const ids = (beginning: string) =>
    [...LETTERS]
      .flatMap((a) => [...LETTERS].map((b) => `${a}${b}00000000000000`))
      .filter((id) => id.startsWith(beginning));
  app.use(
    createRobotRoutes({
      publicUrl: 'https://amanat.example',
      pages: async () => ['/', '/divisions/rd-387'],
      countSoldiers: async () => soldiers,
      soldierIds: async function* (beginning) {
        yield* ids(beginning);
      },
    }),
  );
  return supertest(app);
}

const addresses = (xml: string): string[] => [...xml.matchAll(/<loc>([^<]+)<\/loc>/g)].map((match) => match[1] ?? '');

describe('the sitemap', () => {
  it('of a small site is one file with every page in every language', async () => {
    const { text, headers } = await siteOf(1024).get('/sitemap.xml');
    expect(headers['content-type']).to.include('application/xml');
    expect(text).to.match(/^<\?xml version="1.0" encoding="UTF-8"\?>\n<urlset /);
    expect(addresses(text)).to.include.members([
      'https://amanat.example/kk/divisions/rd-387',
      'https://amanat.example/ru/soldiers/0000000000000000',
    ]);
    expect(addresses(text)).to.have.length(3 * (2 + 1024));
    expect(text).to.include('hreflang="en" href="https://amanat.example/en/divisions/rd-387"');
  });

  it('of a large one is an index, and no part holds more than 50,000 addresses', async () => {
    for (const soldiers of [20_000, 300_000, 3_000_000]) {
      const { text } = await siteOf(soldiers).get('/sitemap.xml');
      expect(text, String(soldiers)).to.include('<sitemapindex ');
      const parts = addresses(text).filter((address) => address.includes('/soldiers-'));
      expect((soldiers / parts.length) * 3, String(soldiers)).to.be.lessThan(50_000 * 0.8 + 1);
      expect(parts.length).to.be.lessThan(50_000);
    }
  });

  it('has every soldier in one part only', async () => {
    const site = siteOf(300_000);
    const parts = addresses((await site.get('/sitemap.xml')).text).map((address) => new URL(address).pathname);
    const pages = await Promise.all(parts.map(async (part) => addresses((await site.get(part)).text)));
    const all = pages.flat().filter((address) => address.includes('/kk/soldiers/'));
    expect(all).to.have.length(1024);
    expect(new Set(all).size).to.equal(1024);
  });

  it('knows no part that is none', async () => {
    expect((await siteOf(1).get('/sitemaps/soldiers-..xml')).status).to.equal(404);
    expect((await siteOf(1).get('/sitemaps/soldiers-o.xml')).status).to.equal(404);
  });

  it('names the real site’s soldiers, but no example, nobody known from sensitive papers only and no family’s page', async () => {
    const site = await openTestSite();
    try {
      const origin = { kind: 'volunteer', userId: 'operator', requestId: null } as const;
      const written = { familyName: 'Оспанов' };
      const understood = site.services.understand(written);
      const mention = { origin, written, understood, sensitive: false, example: false };
      const { soldierIds } = await site.services.mentions.addMentions([
        { ...mention, id: 'public' },
        { ...mention, id: 'example', example: true },
        { ...mention, id: 'hidden', sensitive: true },
      ]);
      const { text } = await site.http.get('/sitemap.xml');
      const soldiers = addresses(text).filter((address) => address.includes('/kk/soldiers/'));
      expect(soldiers).to.deep.equal([`http://localhost:3000/kk/soldiers/${soldierIds[0]}`]);
      expect(text).to.include('/kk/divisions/rd-387').and.include('/ru/hospitals/eg-2446');
    } finally {
      await site.close();
    }
  });
});
