import { actingAsSystem, may } from '#access';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { listInput, pageFromRows } from '#lists';
import { defineUseCase } from '#use-case';
import { accountNames } from '../db/people.db.ts';
import { readTeamClients, readTeams } from '../db/teams.db.ts';
import { teamClientSorts, teamSorts } from '../domain/codes.ts';

/** Who works with clients, with how many each, how many of them are late, and who is away: for whoever divides the work. */
export const teams = defineUseCase({
  name: 'clients.teams',
  purpose: 'employment-service',
  input: listInput({ sorts: teamSorts }),
  policy: may('caseload:manage'),
  audit: { kind: 'none', why: 'counts by worker; no client is named' },
  refusals: ['invalid-cursor'],
  async run(context, asked) {
    const rows = await actingAsSystem(context, 'counting the clients of the teams', readTeams);
    return pageFromRows(
      rows,
      {
        name: 'teams',
        id: (row) => row.accountId,
        sorts: {
          name: (row) => [row.name],
          clients: (row) => [row.clients, row.name],
          late: (row) => [row.late, row.name],
        },
        sort: 'name',
        search: (row) => [row.name, ...Object.values(row.organisation)],
      },
      asked,
    );
  },
});

/** The clients of one worker by name and whose turn it is, so that they can be handed over; no file opens. */
export const teamClients = defineUseCase({
  name: 'clients.team-clients',
  purpose: 'employment-service',
  input: listInput({ sorts: teamClientSorts }).extend({ accountId: Id }),
  policy: may('caseload:manage'),
  refusals: ['invalid-cursor', 'not-a-worker'],
  async run(context, { accountId, ...asked }) {
    return actingAsSystem(context, 'whoever leads the teams sees whose clients by name', async (system) => {
      const name = (await accountNames(system, [accountId])).get(accountId);
      if (name === undefined) return err({ code: 'not-a-worker' });
      const { page, closed } = await readTeamClients(
        system,
        { accountId, reader: context.viewer.accountId! },
        asked,
      );
      return page.ok ? ok({ ...page.value, name, closed, today: context.today }) : page;
    });
  },
  // After run, so that its answer is known.
  audit: { kind: 'reads', subjects: (_input, output) => output?.rows.map((row) => row.clientId) ?? [] },
});
