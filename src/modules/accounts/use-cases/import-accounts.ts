import { z } from 'zod';
import type { ViewerContext } from '#access';
import { err, ok } from '#kernel/result.ts';
import { organisationsOfAllTimes } from '#networks';
import { readSheet, sheetRefusals, type Workbook } from '#sheets';
import { defineUseCase } from '#use-case';
import { insertAccount } from '../db/account-rows.db.ts';
import { accountsOfKeys } from '../db/keys.db.ts';
import { rolesOf } from '../db/roles.db.ts';
import { type Facts, keysOf, type Plan, planImport } from '../import-plan.ts';
import { administers, needsTwo } from '../policies.ts';
import type { read } from '../table-reader.ts';
import { give } from './giving.ts';

/** What a table did, or would do. */
export interface ImportOutcome extends Plan {
  readonly dryRun: boolean;
}

type Done = ImportOutcome & { readonly accountIds: readonly string[] };

/**
 * Opens accounts and gives roles from a table (.csv, .xlsx or .ods): all or nothing, every fault with its row and column. A role
 * that two have to agree on becomes a proposal. Nothing of an account that is there is changed.
 */
export const importAccounts = defineUseCase({
  name: 'accounts.import',
  purpose: 'administration',
  input: z.object({
    bytes: z.instanceof(Uint8Array),
    reason: z.string().trim().max(500).default(''),
    dryRun: z.boolean().default(false),
  }),
  policy: administers,
  audit: {
    kind: 'changes',
    subjects: (_, outcome: Done | undefined) => outcome?.accountIds ?? [],
    details: ({ dryRun }, outcome: Done | undefined) => ({ dryRun, rows: outcome?.rows.length ?? 0 }),
  },
  refusals: [...sheetRefusals, 'table-row-refused', 'role-reason-needed'],
  beforehand: ({ bytes }) =>
    readSheet<typeof read>(new URL('../table-reader.ts', import.meta.url), { bytes }),
  async run(context, { reason, dryRun }, sheet) {
    const plan = planImport(sheet, await factsFor(context, sheet));
    const nothing = { ...plan, dryRun, accountIds: [] as string[] };
    if (dryRun || plan.faults.length > 0) return ok(nothing);
    if (reason === '' && plan.rows.some(({ role }) => role !== undefined && needsTwo(role)))
      return err({ code: 'role-reason-needed', field: 'reason' });
    const accounts = new Map<string, string>();
    for (const row of plan.rows) {
      const accountId =
        row.accountId ??
        accounts.get(row.key) ??
        (await insertAccount(context, {
          name: row.name,
          language: row.language,
          email: row.email,
          ...(row.subject === undefined
            ? { signInEmail: row.email?.toLowerCase() }
            : { subject: row.subject }),
        }));
      accounts.set(row.key, accountId);
      if (row.role === undefined) continue;
      const given = await give(context, {
        accountId,
        role: row.role,
        organisationId: row.organisationId,
        from: row.from,
        to: row.to,
        reason: reason || undefined,
      });
      if (!given.ok) return err({ code: 'table-row-refused', details: { row: row.row } });
    }
    return ok({ ...plan, dryRun, accountIds: [...accounts.values()] });
  },
});

/** What is there already of what the table names. */
async function factsFor(context: ViewerContext, sheet: Workbook): Promise<Facts> {
  const known = await accountsOfKeys(context, keysOf(sheet));
  const roles = await rolesOf(
    context,
    known.map(({ accountId }) => accountId),
  );
  return {
    today: context.today,
    ownId: context.viewer.accountId,
    organisations: await organisationsOfAllTimes(context),
    accounts: new Map(
      known.flatMap((account) =>
        account.keys.map((key) => [
          key,
          { ...account, roles: roles.filter(({ accountId }) => accountId === account.accountId) },
        ]),
      ),
    ),
  };
}
