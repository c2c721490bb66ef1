import { createAuditService } from '../audit/audit-service.ts';
import { createContactSeal, noContactSeal } from '../contacts/contact-seal.ts';
import { createContactService } from '../contacts/contact-service.ts';
import type { Authenticate } from '../http/auth.ts';
import { createApiKeyService, isApiKey } from '../partners/api-key-service.ts';
import { createPartnerService } from '../partners/partner-service.ts';
import { createReportService } from '../reports/report-service.ts';
import { createAccessTokens } from '../users/access-token.ts';
import { passwordHasher } from '../users/password-hash.ts';
import { createPasswordService } from '../users/password-service.ts';
import { createSessionService } from '../users/session-service.ts';
import { createUserService } from '../users/user-service.ts';
import type { Stores } from './stores.ts';
import type { World } from './world.ts';

export type AccountServices = ReturnType<typeof createAccountServices>;

/** People and their rights: accounts, sessions, partners, keys, contacts, what readers report, and what people did. */
export function createAccountServices(stores: Stores, { config, clock, ids, random }: World) {
  const audit = createAuditService({ entries: stores.audit, ids, clock });
  const seal = config.contactKey ? createContactSeal(config.contactKey, random) : noContactSeal;
  const contacts = createContactService({ contacts: stores.contacts, seal, clock });
  const partners = createPartnerService({ partners: stores.partners, contacts, audit, ids, clock });
  const apiKeys = createApiKeyService({ keys: stores.apiKeys, partnerIsActive: partners.isActive, audit, ids, clock });

  const reports = createReportService({ reports: stores.reports, contacts, audit, ids, clock });

  const accounts = { users: stores.users, sessions: stores.sessions, passwords: passwordHasher, audit, ids, clock };
  const users = createUserService({ ...accounts, partnerExists: partners.exists });
  const passwords = createPasswordService(accounts);
  const accessTokens = createAccessTokens({ secret: config.jwtSecret, issuer: config.publicUrl, clock });
  const sessions = createSessionService({ ...accounts, accessTokens });
  const authenticate: Authenticate = (token) => (isApiKey(token) ? apiKeys : sessions).authenticate(token);

  return { audit, seal, contacts, reports, partners, apiKeys, users, passwords, sessions, authenticate };
}
