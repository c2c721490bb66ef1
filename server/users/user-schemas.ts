import { z } from 'zod';

/** Roles that have an account; a relative opens her page with its code. */
const roleSchema = z.enum(['volunteer', 'coordinator', 'partner', 'admin']);
const email = z.email().max(254);
/** Long enough that guessing is hopeless beside the lock; any characters, no rules about them. */
const newPassword = z.string().min(10).max(200);
const displayName = z.string().trim().min(1).max(120);
const id = z.string().regex(/^[0-9a-z]{10,40}$/);

export const idParams = z.strictObject({ id });

export const signInBody = z.strictObject({ email: z.string().max(254), password: z.string().max(200) });

export const newUserBody = z.strictObject({
  email,
  displayName,
  role: roleSchema,
  partnerId: id.nullish(),
  /** Absent: the answer carries a link with which its owner sets one. */
  password: newPassword.optional(),
});

export const userChangeBody = z.strictObject({
  displayName: displayName.optional(),
  role: roleSchema.optional(),
  partnerId: id.nullish(),
  disabled: z.boolean().optional(),
});

export const passwordBody = z.strictObject({ current: z.string().max(200), next: newPassword });

export const linkParams = z.strictObject({ code: z.string().regex(/^[0-9a-z]{26}$/) });
export const linkPasswordBody = z.strictObject({ password: newPassword });

export const passwordLinkSchema = z
  .object({ url: z.string(), until: z.string() })
  .meta({ id: 'PasswordLink', description: 'Opens a page where one password is set once; told this once' });

export const linkOwnerSchema = z.object({ displayName: z.string(), email: z.string() });

export const pageQuery = z.strictObject({
  cursor: z.string().max(100).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

export const userSchema = z
  .object({
    id: z.string(),
    email: z.string(),
    displayName: z.string(),
    role: roleSchema,
    partnerId: z.string().nullable(),
    disabled: z.boolean(),
    createdAt: z.string(),
    lastSignInAt: z.string().nullable(),
    version: z.number().int().meta({ description: 'Its ETag is `"v" + version`' }),
    passwordLink: passwordLinkSchema.optional().meta({ description: 'Only in the answer that opens an account' }),
  })
  .meta({ id: 'User' });

export const userPageSchema = z.object({ items: z.array(userSchema), next: z.string().nullable() });
export const signedInSchema = z.object({ accessToken: z.string(), user: userSchema });
