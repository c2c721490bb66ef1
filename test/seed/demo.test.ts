import { expect } from 'chai';
import { seedDemo } from '../../seed/demo.ts';
import { EXAMPLE_SEARCHES } from '../../seed/example-people.ts';
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from '../../server/demo-accounts.ts';
import { openTestSite, type TestSite } from '../site.ts';

describe('The demo sets itself up', () => {
  let site: TestSite;

  before(async () => {
    site = await openTestSite();
    await seedDemo({ ...site, clock: site.clock });
  });
  after(() => site.close());

  it('finds the first example in every spelling the visitor is told to try', async () => {
    for (const q of EXAMPLE_SEARCHES) {
      const { items } = await site.services.search.search({ q }, { limit: 20 });
      expect(items.filter(({ soldier }) => soldier.example).length, q).to.be.greaterThan(3);
    }
  });

  it('opens the accounts of the documentation', async () => {
    for (const { email, role } of DEMO_ACCOUNTS) {
      const { user } = await site.services.sessions.signIn(email, DEMO_PASSWORD);
      expect([user.email, user.role]).to.deep.equal([email, role]);
    }
  });

  it('marks every invented person, and no documented one', async () => {
    const { items } = await site.services.search.search({ q: 'Панфилов Иван Васильевич' }, { limit: 1 });
    expect(items[0]?.soldier.example).to.equal(false);
    const examples = await site.stores.soldierLists.countByTags({ tags: [['example:yes']] }, 1000);
    const documented = await site.stores.soldiers.countIndexed();
    expect(examples).to.be.greaterThan(50);
    expect(documented).to.be.greaterThan(examples);
  });

  it('changes nothing when it runs again, and keeps what people entered', async () => {
    const [first] = (await site.services.search.search({ q: 'Қайырбеков' }, { limit: 1 })).items;
    const before = first?.soldier;
    if (before === undefined) throw new Error('the example is not there');
    await site.services.mentions.setKin(before.id, true);
    const kept = await site.stores.soldiers.findById(before.id);
    const again = await seedDemo({ ...site, clock: site.clock });
    expect(again).to.deep.include({ burialSites: 0, mentions: 0, accounts: 0, examples: 0 });
    expect(await site.stores.soldiers.findById(before.id)).to.deep.equal(kept);
    const queue = await site.stores.requests.page({
      filter: {},
      order: 'oldest',
      after: null,
      limit: 100,
      now: site.clock(),
    });
    expect(queue).to.have.length(again.requests);
    expect(queue.every(({ example }) => example)).to.equal(true);
  });
});
