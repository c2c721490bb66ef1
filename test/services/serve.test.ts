import { mkdtemp, rm } from 'node:fs/promises';
import { Agent, get, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { expect } from 'chai';
import { siteMessages } from '../../client/messages/site.ts';
import { languages } from '../../client/messages/translate.ts';
import { answerTooLong } from '../../server/http/too-long.ts';
import { serve } from '../../server/serve.ts';
import { htmlFaults } from '../pages/valid-html.ts';
import { openTestSite } from '../site.ts';

function ask(port: number, path: string, agent: Agent): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    get({ port, path, agent }, (answer) => {
      answer.resume();
      answer.once('end', () => resolve(answer));
    }).once('error', reject);
  });
}

describe('Serving the site', () => {
  it('stops while a browser keeps its connection open, and closes the store last', async () => {
    const site = await openTestSite();
    const serving = await serve(site);
    const agent = new Agent({ keepAlive: true });
    expect((await ask(serving.port, '/health', agent)).statusCode).to.equal(200);
    await serving.stop();
    expect(site.store.connection.readyState).to.equal(0);
    const refused = await ask(serving.port, '/health', agent).catch((error: NodeJS.ErrnoException) => error.code);
    expect(refused).to.be.oneOf(['ECONNREFUSED', 'ECONNRESET']);
    agent.destroy();
    await site.close();
  });

  it('answers an address that is too long with a page of ours, in its language while that can be read', async () => {
    const site = await openTestSite();
    const serving = await serve(site);
    const pageOf = async (letters: number) => {
      const answer = await fetch(`http://127.0.0.1:${serving.port}/ru/?q=${encodeURIComponent('ы'.repeat(letters))}`);
      return { status: answer.status, text: await answer.text() };
    };
    const pages = [await pageOf(3000), await pageOf(20_000)];
    await serving.stop();
    await site.close();
    expect(pages.map(({ status }) => status)).to.deep.equal([400, 431]);
    const { ru } = siteMessages['site.badInput.text'];
    for (const { text } of pages) expect(text).to.include(ru);
  });

  it('says it in all languages where the address has gone by before it is known to be too long', async () => {
    const site = await openTestSite();
    const answer = answerTooLong(site.errorPage);
    const pageFor = async (rawPacket: Buffer | undefined) => {
      const socket = new PassThrough();
      answer(
        Object.assign(new Error('too long'), { code: 'HPE_HEADER_OVERFLOW', ...(rawPacket ? { rawPacket } : {}) }),
        socket,
      );
      return text(socket);
    };
    const said = (page: string) => languages.filter((one) => page.includes(siteMessages['site.badInput.text'][one]));
    for (const language of languages) {
      expect(said(await pageFor(Buffer.from(`GET /${language}/?q=aaa`)))).to.deep.equal([language]);
    }
    for (const packet of [undefined, Buffer.from('aaaaaa'), Buffer.from('GET /kkk/?q=a'), Buffer.from('GET /?q=a')]) {
      const page = await pageFor(packet);
      expect(said(page)).to.deep.equal([...languages]);
      expect(page).to.match(/<section lang="ru">/);
      expect(await htmlFaults(page.slice(page.indexOf('\r\n\r\n') + 4))).to.deep.equal([]);
    }
    await site.close();
  });

  it('says which port is taken', async () => {
    const first = await openTestSite();
    const serving = await serve(first);
    const second = await openTestSite({ env: { PORT: String(serving.port) } });
    const error = await serve(second).catch((thrown: Error) => thrown);
    expect(error).to.be.an('error').with.property('message', `Port ${serving.port} is taken; choose another with PORT`);
    await serving.stop();
    await first.close();
    await second.close();
  });

  it('lets one process own a data folder and says so to a second', async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'amanat-own-'));
    const site = await openTestSite({ dataDir });
    const error = await openTestSite({ dataDir }).catch((thrown: { code: string }) => thrown);
    expect(error).to.have.property('code', 'data_folder_in_use');
    await site.close();
    await rm(dataDir, { recursive: true, force: true });
  });
});
