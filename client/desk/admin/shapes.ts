export type Role = 'volunteer' | 'coordinator' | 'partner' | 'admin';

export const ROLES: readonly Role[] = ['volunteer', 'coordinator', 'partner', 'admin'];

export type PasswordLink = { url: string; until: string };

export type Account = {
  id: string;
  email: string;
  displayName: string;
  role: Role;
  partnerId: string | null;
  disabled: boolean;
  lastSignInAt: string | null;
  version: number;
  passwordLink?: PasswordLink;
};

export type Partner = {
  id: string;
  code: string;
  name: string;
  country: string | null;
  agreement: { number: string | null; signedOn: string | null; validUntil: string | null } | null;
  state: 'active' | 'closed';
  contact?: { name: string; email?: string; phone?: string } | null;
};

export const SCOPES = [
  'import.create',
  'import.read',
  'import.map',
  'import.apply',
  'import.undo',
  'partner.read',
] as const;

export type ApiKey = {
  id: string;
  label: string;
  scopes: string[];
  lastUsedAt: string | null;
  revokedAt: string | null;
  key?: string;
};
