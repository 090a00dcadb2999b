import { rolesWith } from '#access';
import type { Role } from '#kernel/viewer.ts';

/** What a system can be let to ask for; the policies of the use cases decide besides. */
export const scopes = ['employer', 'steering', 'business'] as const;
export type Scope = (typeof scopes)[number];

/** The roles in which an account can use a scope. */
export const rolesOfScope: Readonly<Record<Scope, readonly Role[]>> = {
  employer: rolesWith('own-company:use'),
  business: rolesWith('needs:note'),
  steering: rolesWith('api-steering:use'),
};

/** Is this the name of a scope? */
export const isScope = (text: string): text is Scope => (scopes as readonly string[]).includes(text);
