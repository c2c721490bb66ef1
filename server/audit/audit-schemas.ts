import { z } from 'zod';

const text = z.string().min(1).max(100);

export const auditQuery = z.strictObject({
  subjectKind: text.optional(),
  subjectId: text.optional(),
  actorId: text.optional(),
  action: text.optional(),
  /** Days, both included, as they are counted in Kazakhstan. */
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

export const auditEntryView = z
  .object({
    id: z.string(),
    at: z.string(),
    actor: z.object({ id: z.string(), role: z.string(), name: z.string() }),
    action: z.string(),
    subject: z.object({ kind: z.string(), id: z.string() }),
    before: z.unknown(),
    after: z.unknown(),
    /** How people call what the entry names by an id, and where it is looked at; what no longer exists is not here. */
    named: z.array(z.object({ kind: z.string(), id: z.string(), name: z.string(), href: z.string() })),
  })
  .meta({ id: 'AuditEntry' });

export const auditPageView = z.object({ items: z.array(auditEntryView), next: z.string().nullable() });
