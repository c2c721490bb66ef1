import { expect } from 'chai';
import { ANNA, MAN, openDeskSite } from './desk-site.ts';

describe('A family’s place in the queue', () => {
  it('counts all that “take the next” hands out before it, and nothing that somebody holds', async () => {
    const site = await openDeskSite();
    try {
      const first = await site.request({ ...MAN, familyName: 'Бірінші' });
      await site.request({ ...MAN, familyName: 'Екінші' });
      const { code } = await site.requestWithCode({ ...MAN, familyName: 'Үшінші' });
      const ahead = async () => (await site.services.requests.open(code)).before;
      expect(await ahead()).to.equal(2);
      await site.services.queue.claim(ANNA, first);
      expect(await ahead(), 'held').to.equal(1);
      await site.services.queue.release(ANNA, first);
      expect((await site.read(first)).status).to.equal('searching');
      expect(await ahead(), 'given back').to.equal(2);
    } finally {
      await site.close();
    }
  });
});
