import type { PasswordLink } from './password-service.ts';
import type { User } from './user-store.ts';

/** What an account shows of itself and admins see of it: never anything of its password. */
export function userView(user: User) {
  const { id, email, displayName, role, partnerId, disabled, createdAt, lastSignInAt, version } = user;
  const times = { createdAt: createdAt.toISOString(), lastSignInAt: lastSignInAt?.toISOString() ?? null };
  return { id, email, displayName, role, partnerId, disabled, ...times, version };
}

export function passwordLinkView({ code, until }: PasswordLink, publicUrl: string) {
  return { url: `${publicUrl}/desk/password/${code}`, until: until.toISOString() };
}
