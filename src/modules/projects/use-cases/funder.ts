import { z } from 'zod';
import { Id } from '#kernel/ids.ts';
import { inLanguage } from '#kernel/localised.ts';
import { err, ok } from '#kernel/result.ts';
import { organisationsOfAllTimes } from '#networks';
import { defineUseCase } from '#use-case';
import { findProject, setFunder as writeFunder } from '../db/projects.db.ts';
import { keepsProjects, nobody } from '../policies.ts';

/** Organisations of today that may be named as the funder of a project. */
export const fundersToChoose = defineUseCase({
  name: 'projects.funders-to-choose',
  purpose: 'steering',
  input: z.object({}),
  policy: keepsProjects,
  audit: nobody,
  refusals: [],
  async run(handle) {
    const { language } = handle.viewer;
    const there = (await organisationsOfAllTimes(handle)).filter(
      ({ validTo }) => validTo === undefined || validTo >= handle.today,
    );
    return ok({
      organisations: there
        .map(({ id, names }) => ({ organisationId: id, name: inLanguage(names, language).text }))
        .sort((a, b) => a.name.localeCompare(b.name, language)),
    });
  },
});

/**
 * Names the organisation that funds a project, or nobody. Its people, in the role of a funder, read this project from then
 * on: nothing is opened by the name that a document prints.
 */
export const setFunder = defineUseCase({
  name: 'projects.set-funder',
  purpose: 'steering',
  input: z.object({ projectId: Id, funderId: z.union([Id, z.literal('')]) }),
  policy: keepsProjects,
  audit: nobody,
  refusals: ['project-not-found', 'funder-not-found'],
  async run(handle, { projectId, funderId }) {
    if (!(await findProject(handle, projectId, 'for-change'))) return err({ code: 'project-not-found' });
    if (funderId !== '' && !(await organisationsOfAllTimes(handle)).some(({ id }) => id === funderId))
      return err({ code: 'funder-not-found', field: 'funderId' });
    await writeFunder(handle, projectId, funderId || undefined);
    return ok();
  },
});
