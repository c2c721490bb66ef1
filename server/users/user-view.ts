import type { User } from './user-store.ts';

/** What an account shows of itself and admins see of it: never anything of its password. */
export function userView(user: User) {
  const { id, email, displayName, role, partnerId, disabled, createdAt } = user;
  return { id, email, displayName, role, partnerId, disabled, createdAt: createdAt.toISOString() };
}
