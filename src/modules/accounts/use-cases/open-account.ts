import { z } from 'zod';
import { entriesAbout } from '#audit';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import type { Viewer } from '#kernel/viewer.ts';
import { defineUseCase } from '#use-case';
import { accountNames, findAccount } from '../db/accounts.db.ts';
import { proposals, rolesOf } from '../db/roles.db.ts';
import { sessionsOf } from '../db/sessions.db.ts';
import { stateOn } from '../domain/periods.ts';
import { aboutAccount, administers } from '../policies.ts';

/** One account: every role that it has had and who gave it, proposals, sign-ins in force, and what was done with it. */
export const openAccount = defineUseCase({
  name: 'accounts.open',
  purpose: 'administration',
  input: z.object({ accountId: Id }),
  policy: administers,
  audit: { kind: 'reads', subjects: aboutAccount },
  refusals: ['account-not-found'],
  async run(context, { accountId }) {
    const account = await findAccount(context, accountId);
    if (!account) return err({ code: 'account-not-found' });
    const own = accountId === context.viewer.accountId;
    const closed = account.closedAt !== null;
    const roles = (await rolesOf(context, [accountId])).map((role) => {
      const state = stateOn({ from: role.from, to: role.to ?? undefined }, context.today);
      return { ...role, state, mayEnd: !own && state !== 'ended' && role.group === null };
    });
    const named = new Map(roles.map((role) => [role.assignmentId, role.role]));
    const entries = (await entriesAbout(context, accountId)).filter(
      ({ action }) => action !== 'accounts.open' && /^(?:accounts|access)\./.test(action),
    );
    const names = await accountNames(
      context,
      entries.flatMap(({ accountId: by }) => by ?? []),
    );
    const told = (await proposals(context, { accountId })).map((proposal) => ({
      ...proposal,
      mayDecide: proposal.decision === null && !own && proposal.proposedById !== context.viewer.accountId,
      mayWithdraw: proposal.decision === null && proposal.proposedById === context.viewer.accountId,
    }));
    return ok({
      ...account,
      roles,
      proposals: told,
      sessions: (await sessionsOf(context, accountId)).map((session) => ({
        ...session,
        role: named.get(session.assignmentId),
      })),
      history: entries.map(({ id, at, accountId: by, role, action, outcome, fields }) => ({
        id,
        at,
        by: by === undefined ? undefined : names.get(by),
        role: role as Viewer['role'],
        action,
        outcome,
        fields: fields ?? [],
      })),
      own,
      actions: {
        change: !own && !closed,
        close: !own && !closed,
        reopen: !own && closed,
        give: !own && !closed,
      },
    });
  },
});
