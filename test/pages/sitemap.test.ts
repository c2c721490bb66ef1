import { once } from 'node:events';
import { createServer, get, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from 'chai';
import express, { type ErrorRequestHandler } from 'express';
import { SaxesParser } from 'saxes';
import supertest from 'supertest';
import { createRobotRoutes } from '../../server/pages/robots-routes.ts';
import { openTestSite } from '../site.ts';

const LETTERS = '0123456789abcdefghjkmnpqrstvwxyz';

function listening(soldierIds: () => AsyncIterable<string>) {
  const app = express();
  app.use(
    createRobotRoutes({
      publicUrl: 'https://amanat.example',
      pages: async () => [],
      countSoldiers: async () => 1,
      soldierIds,
    }),
  );
  app.use(((_error, _req, _res, _next) => {}) as ErrorRequestHandler);
  return createServer(app).listen(0);
}

function readSitemap(xml: string): { root: string; locations: string[] } {
  const names: string[] = [];
  const locations: string[] = [];
  const parser = new SaxesParser({ xmlns: true });
  let text = '';
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ local, uri }) => {
    names.push(local);
    text = '';
    if (local !== 'link') expect(uri).to.equal('http://www.sitemaps.org/schemas/sitemap/0.9');
  });
  parser.on('text', (more) => {
    text += more;
  });
  parser.on('closetag', ({ local }) => {
    if (local === 'loc') locations.push(text);
  });
  parser.write(xml).close();
  return { root: names[0] ?? '', locations };
}

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

  it('knows no part that is none of today’s, so that none is longer than it may be', async () => {
    const status = async (soldiers: number, part: string) =>
      (await siteOf(soldiers).get(`/sitemaps/soldiers-${part}.xml`)).status;
    expect(await status(300_000, '0')).to.equal(200);
    for (const part of ['00', 'o', '.', '']) expect(await status(300_000, part), part).to.equal(404);
    expect(await status(3_000_000, '0')).to.equal(404);
    expect(await status(3_000_000, '00')).to.equal(200);
    expect(await status(1, '0')).to.equal(404);
  });

  it('is XML as the protocol has it, each address once, in its parts too', async () => {
    const site = siteOf(300_000);
    const seen = new Set<string>();
    for (const path of ['/sitemap.xml', '/sitemaps/pages.xml', '/sitemaps/soldiers-z.xml']) {
      const { root, locations } = readSitemap((await site.get(path)).text);
      expect(root).to.equal(path === '/sitemap.xml' ? 'sitemapindex' : 'urlset');
      for (const location of locations) {
        expect(() => new URL(location)).to.not.throw();
        expect(seen.has(location), location).to.equal(false);
        seen.add(location);
      }
    }
    expect(seen.size).to.equal(33 + 3 * 2 + 3 * 32);
  });

  it('is read no further once its reader has left', async () => {
    let ended: () => void = () => {};
    const reading = new Promise<void>((resolve) => {
      ended = resolve;
    });
    const server = listening(async function* () {
      try {
        for (let count = 0; ; count += 1) {
          if (count % 1000 === 0) await new Promise(setImmediate);
          yield `0${count}`;
        }
      } finally {
        ended();
      }
    });
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const asked = get({ port, path: '/sitemap.xml' });
    const [answer] = (await once(asked, 'response')) as [IncomingMessage];
    await once(answer, 'data');
    answer.destroy();
    await reading;
    server.close();
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
