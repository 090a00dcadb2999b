import { z } from 'zod';
import { actingAsSystem, mayRead, relationTo } from '#access';
import { namesOf, responsibleOf } from '#clients';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { countLately } from '../db/openings.db.ts';
import { bounds } from '../domain/codes.ts';
import { opensFile } from '../policies.ts';
import { kindFor } from './kind.ts';

/** Whose file is about to be opened, on what grounds and for how long it may be, and who answers for the person. */
export const prepare = defineUseCase({
  name: 'openings.prepare',
  purpose: 'employment-service',
  input: z.object({ clientId: Id }),
  policy: opensFile,
  audit: { kind: 'reads', subjects: ({ clientId }) => [clientId] },
  refusals: ['client-not-found'],
  async run(context, { clientId }) {
    const { accountId, role } = context.viewer;
    const kind = kindFor(context);
    const relation = await relationTo(context, clientId);
    return actingAsSystem(context, 'whose file is about to be opened', async (system) => {
      const name = (await namesOf(system, [clientId])).get(clientId)?.full;
      if (name === undefined) return err({ code: 'client-not-found' });
      const responsible = (await responsibleOf(system, [clientId])).get(clientId);
      const { count } = await countLately(system, { accountId: accountId!, role, clientId, kind });
      return ok({
        clientId,
        name,
        kind,
        ...bounds[kind],
        opened: count,
        /** The file is open already, by a relation or by an opening. */
        open: mayRead(context.viewer, 'basics', relation, context.now).permit,
        responsible: responsible && {
          name: responsible.name,
          organisation: responsible.organisation,
          substitute: responsible.substitute?.name,
        },
      });
    });
  },
});
