import { z } from 'zod';
import type { ViewerContext } from '#access';
import { companyBriefs } from '#companies';
import { Day } from '#kernel/days.ts';
import { Id } from '#kernel/ids.ts';
import { optional, optionalText } from '#kernel/inputs.ts';
import { err, ok, type Refusal, type Result } from '#kernel/result.ts';
import type { Role } from '#kernel/viewer.ts';
import { organisationsOfAllTimes } from '#networks';
import { toldWithOthers } from '#use-case';
import { findAccount } from '../db/accounts.db.ts';
import { addProposal, addRole, type Giving, proposals, rolesOf } from '../db/roles.db.ts';
import { overlap } from '../domain/periods.ts';
import { actsForCompany, needsTwo, rolesToGive } from '../policies.ts';

/** What giving a role needs to be told. */
export const givingFields = {
  accountId: Id,
  role: z.enum(rolesToGive as readonly Role[] as [Role, ...Role[]]),
  organisationId: optional(Id),
  companyId: optional(Id),
  from: Day,
  to: optional(Day),
  reason: optionalText(500),
};

export const periodFits = [
  ({ from, to }: { from?: unknown; to?: unknown }) =>
    typeof from !== 'string' || typeof to !== 'string' || to === '' || to >= from,
  { path: ['to'] as PropertyKey[], error: 'to-before-from', when: toldWithOthers },
] as const;

export const givingRefusals = [
  'account-not-found',
  'account-closed',
  'own-rights',
  'role-not-given',
  'organisation-needed',
  'organisation-not-found',
  'company-needed',
  'company-not-found',
  'day-past',
  'role-held-already',
  'role-proposed-already',
  'role-reason-needed',
] as const;
export type GivingRefusal = (typeof givingRefusals)[number];

export type Given = { readonly outcome: 'given' | 'proposed'; readonly accountId: string };

/**
 * Gives a role, or proposes one that two have to agree on. Nobody gives rights to oneself, nothing begins in the past, and
 * the same role in the same place is not given twice for one day.
 */
export async function give(
  context: ViewerContext,
  giving: Giving,
): Promise<Result<Given, Refusal<GivingRefusal>>> {
  const { accountId, role, organisationId, companyId, from, to, reason } = giving;
  if (accountId === context.viewer.accountId) return err({ code: 'own-rights' });
  const account = await findAccount(context, accountId);
  if (!account) return err({ code: 'account-not-found' });
  if (account.closedAt !== null) return err({ code: 'account-closed' });
  if (!rolesToGive.includes(role)) return err({ code: 'role-not-given', field: 'role' });
  if (from < context.today) return err({ code: 'day-past', field: 'from' });
  const place = await placeOf(context, { role, organisationId, companyId, from });
  if (!place.ok) return place;
  const period = { from, to };
  const twice = (await rolesOf(context, [accountId])).some(
    (held) =>
      held.role === role &&
      held.organisationId === (place.value.organisationId ?? null) &&
      held.companyId === (place.value.companyId ?? null) &&
      overlap(period, { from: held.from, to: held.to ?? undefined }),
  );
  if (twice) return err({ code: 'role-held-already', field: 'role' });
  if (!needsTwo(role)) {
    await addRole(context, { ...giving, ...place.value });
    return ok({ outcome: 'given', accountId });
  }
  if (reason === undefined) return err({ code: 'role-reason-needed', field: 'reason' });
  const waiting = await proposals(context, { accountId, waiting: true });
  if (waiting.some((one) => one.role === role && one.organisationId === (place.value.organisationId ?? null)))
    return err({ code: 'role-proposed-already', field: 'role' });
  await addProposal(context, { ...giving, ...place.value, reason });
  return ok({ outcome: 'proposed', accountId });
}

/** Where the role is held: a company for those who act for one, an organisation that exists then for all others. */
async function placeOf(
  context: ViewerContext,
  { role, organisationId, companyId, from }: Pick<Giving, 'role' | 'organisationId' | 'companyId' | 'from'>,
): Promise<Result<Pick<Giving, 'organisationId' | 'companyId'>, Refusal<GivingRefusal>>> {
  if (actsForCompany(role)) {
    if (companyId === undefined) return err({ code: 'company-needed', field: 'companyId' });
    const known = await companyBriefs(context, [companyId]);
    return known.has(companyId)
      ? ok({ organisationId: undefined, companyId })
      : err({ code: 'company-not-found', field: 'companyId' });
  }
  if (organisationId === undefined) return err({ code: 'organisation-needed', field: 'organisationId' });
  const organisation = (await organisationsOfAllTimes(context)).find(({ id }) => id === organisationId);
  if (!organisation || (organisation.validTo !== undefined && organisation.validTo < from))
    return err({ code: 'organisation-not-found', field: 'organisationId' });
  return ok({ organisationId, companyId: undefined });
}
