import type { Actor } from '../../server/domain/roles.ts';
import type { MentionRow } from '../../server/domain/row.ts';
import type { SearchRequest } from '../../server/domain/search-request.ts';
import { openTestSite, type TestSite } from '../site.ts';

export const ANNA: Actor = { id: 'anna', role: 'volunteer' };
export const BOLAT: Actor = { id: 'bolat', role: 'volunteer' };
export const COORDINATOR: Actor = { id: 'coordinator', role: 'coordinator' };
export const ADMIN: Actor = { id: 'admin', role: 'admin' };

export const MAN: MentionRow = {
  familyName: 'Каирбеков',
  givenName: 'Сейткали',
  patronymic: 'Нурмагамбетович',
  birthDate: '1913',
  birthPlace: 'Актюбинская обл., Хобдинский р-н, с. Булак',
};

/** A site with services to call as the desk does, and short ways to make what a test begins with. */
export type DeskSite = TestSite & {
  /** A paper with a soldier of its own, searchable at once. */
  paper(row: MentionRow): Promise<{ soldierId: string; mentionId: string }>;
  /** A request that was matched. */
  request(soldier: MentionRow): Promise<string>;
  /** The same, with the code of the family's page. */
  requestWithCode(soldier: MentionRow): Promise<{ id: string; code: string }>;
  read(id: string): Promise<SearchRequest>;
  /** Runs what waits in the background. */
  settle(): Promise<void>;
};

export async function openDeskSite(): Promise<DeskSite> {
  const site = await openTestSite();
  let papers = 0;
  const settle = async (): Promise<void> => {
    await site.services.index.settled();
    await site.services.runner.drain();
  };
  const read = async (id: string): Promise<SearchRequest> => {
    const request = await site.stores.requests.findById(id);
    if (request === null) throw new Error(`no request ${id}`);
    return request;
  };
  const requestWithCode = async (soldier: MentionRow): Promise<{ id: string; code: string }> => {
    const applicant = { name: 'A', relation: 'son', email: null, phone: null };
    const form = { soldier, applicant, letter: null, language: 'kk', consent: true, token: null } as const;
    const { number, code } = await site.services.requests.submit(form, [], null);
    await settle();
    const stored = await site.store.connection.collection<{ _id: string }>('requests').findOne({ number });
    return { id: String(stored?._id), code };
  };
  return {
    ...site,
    read,
    settle,
    requestWithCode,
    async paper(written) {
      papers += 1;
      const mentionId = `paper${String(papers).padStart(12, '0')}`;
      const origin = { kind: 'volunteer', userId: 'u', requestId: null } as const;
      const understood = site.services.understand(written);
      const fresh = { id: mentionId, origin, written, understood, sensitive: false, example: false };
      const { soldierIds } = await site.services.mentions.addMentions([fresh]);
      await site.services.index.settled();
      return { soldierId: soldierIds[0] ?? '', mentionId };
    },
    request: async (soldier) => (await requestWithCode(soldier)).id,
  };
}
