import { z } from 'zod';
import { actingAsSystem } from '#access';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { findHead, listCompanyTests } from '../db/promises-read.db.ts';
import { readinessChange } from '../domain/added-value.ts';
import { aboutProjects, readsProjects, writesCompanyTests } from '../policies.ts';

/** Companies tested before and after: their mean change to everybody who reads the project, single ones to those who may. */
export const openCompanyTests = defineUseCase({
  name: 'projects.open-company-tests',
  ...aboutProjects,
  input: z.object({ projectId: Id }),
  policy: readsProjects,
  refusals: ['project-not-found'],
  async run(context, { projectId }) {
    if (!(await findHead(context, projectId))) return err({ code: 'project-not-found' });
    const all = await actingAsSystem(context, 'a mean over companies, none of them named', (system) =>
      listCompanyTests(system, projectId),
    );
    return ok({
      change: readinessChange(all),
      tests: await listCompanyTests(context, projectId),
      actions: { enter: (await writesCompanyTests(context, { projectId })).permit },
    });
  },
});
