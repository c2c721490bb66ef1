import type { AuditService } from '../audit/audit-service.ts';
import type { ContactService } from '../contacts/contact-service.ts';
import { type Actor, demand } from '../domain/roles.ts';
import { AppError } from '../errors.ts';
import type { Clock, Ids } from '../ids.ts';
import type { ErrorReport, ReportFilter, ReportStore } from './report-store.ts';

/** What a reader of a page sends. Nothing but the words is needed. */
export type NewReport = { soldierId: string; text: string; contact: string; language: ErrorReport['language'] };

export type ReportPage = { items: ErrorReport[]; next: string | null };

export type ReportService = {
  /** The same words from the same reader while they are open are one report. @throws AppError `bad_input` without words */
  send(report: NewReport): Promise<ErrorReport>;
  list(actor: Actor | null, filter: ReportFilter, after: string | null, limit: number): Promise<ReportPage>;
  get(actor: Actor | null, id: string): Promise<ErrorReport>;
  /** How to reach who sent it, for whoever answers; each reading is in the audit. Null when none was left, or it is erased. */
  contact(actor: Actor | null, id: string): Promise<string | null>;
  /** Says what was done about it and erases the contact. @throws AppError `conflict` when somebody closed it before */
  close(actor: Actor | null, id: string, outcome: string): Promise<ErrorReport>;
};

export type ReportServiceDeps = {
  reports: ReportStore;
  contacts: ContactService;
  audit: AuditService;
  ids: Ids;
  clock: Clock;
};

async function getReport(reports: ReportStore, id: string): Promise<ErrorReport> {
  const report = await reports.findById(id);
  if (report === null) throw new AppError('not_found', 'There is no such report');
  return report;
}

/**
 * Of a report that was kept while the store went down before it could say so, the reader is told that it was not, and sends it again. Another
 * reader with the same words has another contact, and is answered too.
 */
async function findSent(
  { reports, contacts }: Pick<ReportServiceDeps, 'reports' | 'contacts'>,
  { contact, ...said }: Pick<NewReport, 'soldierId' | 'text' | 'contact'>,
): Promise<ErrorReport | null> {
  for (const report of await reports.findOpenSaying(said)) {
    const left = report.hasContact ? await contacts.find({ kind: 'report', id: report.id }) : '';
    if (left === contact) return report;
  }
  return null;
}

/** "Report an error": from the reader of a page to the desk, and no further. A report changes nothing by itself. */
export function createReportService({ reports, contacts, audit, ids, clock }: ReportServiceDeps): ReportService {
  return {
    async send({ soldierId, text, contact, language }) {
      if (text === '') {
        const problems = [{ pointer: '/text', detail: 'problem.field.required' }];
        throw new AppError('bad_input', 'The report says nothing', { messageKey: 'problem.field.required', problems });
      }
      const before = await findSent({ reports, contacts }, { soldierId, text, contact });
      if (before !== null) return before;
      const createdAt = clock();
      const id = ids.newOrderedId(createdAt);
      const hasContact = contact !== '';
      if (hasContact) await contacts.keep({ kind: 'report', id }, contact);
      const open = { state: 'open' as const, outcome: null, closedBy: null, closedAt: null };
      const report: ErrorReport = { id, soldierId, text, language, hasContact, ...open, createdAt };
      await reports.append(report);
      return report;
    },
    async list(actor, filter, after, limit) {
      demand(actor, 'report.read');
      const found = await reports.list(filter, after, limit + 1);
      const items = found.slice(0, limit);
      return { items, next: found.length > limit ? (items.at(-1)?.id ?? null) : null };
    },
    async get(actor, id) {
      demand(actor, 'report.read');
      return getReport(reports, id);
    },
    async contact(actor, id) {
      demand(actor, 'report.read');
      await getReport(reports, id);
      await audit.record(actor, 'report.read_contact', { kind: 'report', id });
      const contact = await contacts.find({ kind: 'report', id });
      return typeof contact === 'string' ? contact : null;
    },
    async close(actor, id, outcome) {
      demand(actor, 'report.close');
      const closed = await reports.close(id, { by: actor.id, at: clock(), outcome });
      if (closed === null) {
        await getReport(reports, id);
        throw new AppError('conflict', 'Somebody closed this report before', { messageKey: 'report.closedBefore' });
      }
      // Nobody writes to the sender any more, so nobody needs to know who it was.
      await contacts.erase({ kind: 'report', id });
      await audit.record(actor, 'report.close', { kind: 'report', id }, { after: { outcome } });
      return closed;
    },
  };
}
