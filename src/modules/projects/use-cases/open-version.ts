import { z } from 'zod';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { findProject, listVersions, type VersionRow } from '../db/projects.db.ts';
import { type Difference, differences, differencesOfPromises } from '../domain/differences.ts';
import { findTemplate } from '../domain/horizontal-templates.ts';
import type { Plan } from '../domain/plan.ts';
import { type PromiseVersion, promiseRows } from '../domain/promise-version.ts';
import { nobody, readsProjects } from '../policies.ts';
import { planView } from './plan-view.ts';

/** A plan with what it promises; promises are absent in versions of the time when they were not kept. */
export interface Whole {
  readonly plan: Plan;
  readonly promises?: PromiseVersion | undefined;
}

/** What one says otherwise than the other; promises are compared where both have them. */
export function differencesOf(before: Whole, after: Whole): Difference[] {
  return [
    ...differences(before.plan, after.plan),
    ...(before.promises && after.promises ? differencesOfPromises(before.promises, after.promises) : []),
  ];
}

/** One kept version whole, and what changed to it from another version (the one before it, when none is asked). */
export const openVersion = defineUseCase({
  name: 'projects.open-version',
  purpose: 'steering',
  input: z.object({
    projectId: Id,
    number: z.int().min(1),
    /** The version that it is compared with. */
    against: z.int().min(1).optional(),
  }),
  policy: readsProjects,
  audit: nobody,
  refusals: ['project-not-found', 'version-not-found'],
  async run(handle, { projectId, number, against = number - 1 }) {
    const project = await findProject(handle, projectId);
    if (!project) return err({ code: 'project-not-found' });
    const versions = await listVersions(handle, projectId);
    const find = (wanted: number) => versions.find((one) => one.number === wanted);
    const version = find(number);
    if (!version) return err({ code: 'version-not-found' });
    const other = find(against);
    return ok({
      project,
      version: headOf(version),
      versions: versions.map(headOf),
      ...planView(handle, version.plan),
      promises: version.promises && promiseRows(version.promises),
      template: findTemplate(version.promises?.template),
      against: other && headOf(other),
      /** False where one of the two was kept before promises were. */
      comparesPromises: other?.promises !== undefined && version.promises !== undefined,
      differences: other ? differencesOf(other, version) : [],
    });
  },
});

const headOf = ({ number, occasion, keptAt, keptBy, why }: VersionRow) => ({
  number,
  occasion,
  keptAt,
  keptBy,
  why,
});
