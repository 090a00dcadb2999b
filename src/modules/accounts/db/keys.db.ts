import { sql } from 'kysely';
import { actingAsSystem, type ViewerContext } from '#access';

/** An account that has one of the keys; `hidden` when it is a jobseeker's alone, which an administrator does not see. */
export interface KeyedAccount {
  accountId: string;
  name: string;
  closed: boolean;
  hidden: boolean;
  /** As `keyOfRow` writes them. */
  keys: string[];
}

/** The accounts that the provider knows by these subjects and addresses. */
export function accountsOfKeys(
  context: ViewerContext,
  keys: { readonly subjects: readonly string[]; readonly emails: readonly string[] },
): Promise<KeyedAccount[]> {
  return actingAsSystem(
    context,
    'a key of the provider is one account’s, whoever may see it',
    async ({ db }) => {
      const { rows } = await sql<KeyedAccount>`
      select a.id as "accountId", a.name, a.disabled_at is not null as closed,
             a.id in (select access.accounts_of_persons()) as hidden,
             array_remove(array['subject ' || a.subject, 'email ' || a.sign_in_email], null) as keys
        from access.account a
       where a.subject = any (${[...keys.subjects]}::text[]) or a.sign_in_email = any (${[...keys.emails]}::text[])`.execute(
        db,
      );
      return rows;
    },
  );
}
