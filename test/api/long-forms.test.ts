import { expect } from 'chai';
import { problemMessages } from '../../client/messages/problems.ts';
import { siteMessages } from '../../client/messages/site.ts';
import { fill, languages } from '../../client/messages/translate.ts';
import { REPORT_LIMITS } from '../../client/parts/report-error.tsx';
import { MOST_ANSWER } from '../../server/domain/search-request.ts';
import { openTestSite, type TestSite } from '../site.ts';
import { aLine } from '../soldiers/a-mention.ts';

/** As a browser sends a text area: each line break as two signs. */
const asSent = (text: string): string => text.replaceAll('\n', '\r\n');

const textOfLength = (length: number): string =>
  'Әкем соғыстан\n'
    .repeat(length)
    .slice(0, length - 1)
    .concat('.');

describe('A long text in a form', () => {
  let site: TestSite;
  let soldier: string;
  let status: string;
  before(async () => {
    site = await openTestSite();
    const { soldierIds } = await site.services.mentions.addMentions([aLine({ familyName: 'Оспанов' })]);
    soldier = `/kk/soldiers/${soldierIds[0]}`;
    const applicant = { name: 'Мысал', relation: 'son', language: 'kk' };
    const request = { soldier: { familyName: 'Сарсенов' }, applicant, consent: true };
    const { body } = await site.http.post('/api/requests').send(request);
    status = `/kk/requests/${String(body.statusUrl).split('/').at(-1)}`;
  });
  after(() => site.close());
  const post = (path: string, fields: Record<string, string>) => site.http.post(path).type('form').send(fields);

  it('of just the length that the page allows is kept, however many lines it has', async () => {
    const report = await post(`${soldier}/report`, { text: asSent(textOfLength(REPORT_LIMITS.text)), contact: '' });
    expect(report.status).to.equal(303);
    const answer = await post(`${status}/answer`, { answer: asSent(textOfLength(MOST_ANSWER)) });
    expect(answer.status).to.equal(303);
  });

  it('that is longer stands in the form again, with what is to be done', async () => {
    for (const length of [5000, 60_000]) {
      const text = textOfLength(length);
      const report = await post(`${soldier}/report`, { text: asSent(text), contact: '8 700' });
      expect(report.status).to.equal(422);
      expect(report.text).to.include(text).and.include('value="8 700"');
      const answer = await post(`${status}/answer`, { answer: asSent(text) });
      expect(answer.status).to.equal(422);
      expect(answer.text).to.include(text);
    }
  });

  it('of a request comes back whole, however long, with all else that was written', async () => {
    for (const length of [30_000, 400_000]) {
      const letter = textOfLength(length);
      const form = site.http.post('/kk/requests/new').field('letter', letter).field('name', 'Мысал');
      const page = await form.field('phone', '8 700').field('consent', 'true');
      expect(page.status).to.equal(422);
      expect(page.text).to.include(letter).and.include('value="Мысал"').and.include('value="8 700"');
    }
  });

  it('in a field for a few words is not written back: it is told beside it, and all else is still there', async () => {
    const marks = '"'.repeat(17_000);
    const form = site.http
      .post('/kk/requests/new')
      .field('relatives', marks)
      .field('letter', 'Хат')
      .field('name', 'Мысал');
    const page = await form.field('camp', 'ы'.repeat(5000)).field('phone', '8 700').field('consent', 'true');
    expect(page.status).to.equal(422);
    expect(page.text).to.include(fill(problemMessages['problem.field.lost'], 'kk'));
    expect(page.text).not.to.include('&quot;'.repeat(1000));
    for (const kept of ['Хат', 'value="Мысал"', 'ы'.repeat(5000), 'value="8 700"']) expect(page.text).to.include(kept);
  });

  it('in so many fields that they are too long together is kept only up to a limit on all of them', async () => {
    const form = site.http.post('/kk/requests/new').field('letter', 'х'.repeat(500_000));
    const names = ['camp', 'unit', 'relatives', 'birthPlace', 'conscriptionPlace', 'patronymic', 'birthDate', 'name'];
    for (const name of [...names, 'phone', 'email', 'givenName', 'familyName'])
      void form.field(name, '"'.repeat(16_000));
    const page = await form;
    expect(page.status).to.equal(422);
    expect(page.text).to.include(fill(problemMessages['problem.field.lost'], 'kk'));
    // 128 kB of them and what the letter left of its own: eleven of twelve.
    expect(page.text.split('&quot;'.repeat(16_000))).to.have.length(11 + 1);
  });

  for (const language of languages) {
    it(`that no form of ours could hold is refused by a page that says how to keep it (${language})`, async () => {
      const page = await post(`${soldier.replace('kk', language)}/report`, { text: 'ы'.repeat(200_000) });
      expect(page.status).to.equal(413);
      expect(page.text).to.include(fill(siteMessages['site.tooLarge.text'], language).replaceAll("'", '&#39;'));
    });
  }
});
