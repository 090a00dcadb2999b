import { z } from 'zod';
import { actingAsSystem, inRole } from '#access';
import { companyBriefs } from '#companies';
import { Day } from '#kernel/days.ts';
import { Id, newId } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { isService } from '#networks';
import { defineUseCase } from '#use-case';
import { findHead, listCompanyTests } from '../db/promises-read.db.ts';
import { putCompanyStep, putCompanyTest, putComparison } from '../db/promises-write.db.ts';
import { readinessChange } from '../domain/added-value.ts';
import { againstKinds } from '../domain/codes.ts';
import { keepsProjects, nobody, readsProjects } from '../policies.ts';
import { optionalNumber, optionalText } from './promises-forms.ts';
import { promisesForChange } from './traceability.ts';

/** Says what is new in a measure beside something that is there, or where one looked and found nothing (FND-01). */
export const saveComparison = defineUseCase({
  name: 'projects.save-comparison',
  purpose: 'steering',
  input: z.object({
    projectId: Id,
    comparisonId: Id.optional(),
    measureId: Id,
    against: z.enum(againstKinds),
    name: z.string().trim().min(1, 'required').max(300),
    otherId: Id.optional(),
    serviceId: Id.optional(),
    difference: z.string().trim().min(1, 'required').max(2000),
  }),
  policy: keepsProjects,
  audit: nobody,
  refusals: ['project-not-found', 'thing-not-found', 'service-not-found'],
  async run(handle, { projectId, comparisonId, ...comparison }) {
    const promises = await promisesForChange(handle, projectId);
    if (!promises) return err({ code: 'project-not-found' });
    if (!promises.measures.some(({ id }) => id === comparison.measureId))
      return err({ code: 'thing-not-found', field: 'measureId' });
    if (comparisonId !== undefined && !promises.comparisons.some(({ id }) => id === comparisonId))
      return err({ code: 'thing-not-found' });
    if (comparison.otherId !== undefined && !(await findHead(handle, comparison.otherId)))
      return err({ code: 'project-not-found', field: 'otherId' });
    if (comparison.serviceId !== undefined && !(await isService(handle, comparison.serviceId)))
      return err({ code: 'service-not-found', field: 'serviceId' });
    const id = comparisonId ?? newId();
    await putComparison(handle, projectId, { id, ...comparison });
    return ok({ id });
  },
});

/** A step of the work with companies: content, hours with one company, and the test before and after (FND-06, FND-08). */
export const saveCompanyStep = defineUseCase({
  name: 'projects.save-company-step',
  purpose: 'steering',
  input: z.object({
    projectId: Id,
    stepId: Id.optional(),
    measureId: Id,
    content: z.string().trim().min(1, 'required').max(2000),
    hours: optionalNumber,
    companies: optionalNumber,
    test: optionalText(300),
  }),
  policy: keepsProjects,
  audit: nobody,
  refusals: ['project-not-found', 'thing-not-found', 'hours-not-fitting', 'count-not-fitting'],
  async run(handle, { projectId, stepId, ...step }) {
    const promises = await promisesForChange(handle, projectId);
    if (!promises) return err({ code: 'project-not-found' });
    if (!promises.measures.some(({ id }) => id === step.measureId))
      return err({ code: 'thing-not-found', field: 'measureId' });
    if (stepId !== undefined && !promises.companySteps.some(({ id }) => id === stepId))
      return err({ code: 'thing-not-found' });
    if (step.hours !== undefined && (step.hours <= 0 || step.hours > 2000))
      return err({ code: 'hours-not-fitting', field: 'hours' });
    if (step.companies !== undefined && (!Number.isInteger(step.companies) || step.companies <= 0))
      return err({ code: 'count-not-fitting', field: 'companies' });
    const id = stepId ?? newId();
    await putCompanyStep(handle, projectId, { id, ...step });
    return ok({ id });
  },
});

/** Companies tested before and after: their mean change to everybody who reads the project, single ones to those who may. */
export const openCompanyTests = defineUseCase({
  name: 'projects.open-company-tests',
  purpose: 'steering',
  input: z.object({ projectId: Id }),
  policy: readsProjects,
  audit: nobody,
  refusals: ['project-not-found'],
  async run(handle, { projectId }) {
    if (!(await findHead(handle, projectId))) return err({ code: 'project-not-found' });
    const all = await actingAsSystem(handle, 'a mean over companies, none of them named', (house) =>
      listCompanyTests(house, projectId),
    );
    return ok({
      change: readinessChange(all),
      tests: await listCompanyTests(handle, projectId),
      actions: { enter: handle.viewer.role === 'project' },
    });
  },
});

/** Keeps what a company reached in the readiness test, 0–100 points, before the work or after it (INT-10). */
export const enterCompanyTest = defineUseCase({
  name: 'projects.enter-company-test',
  purpose: 'business-service',
  input: z.object({
    projectId: Id,
    companyId: Id,
    phase: z.enum(['before', 'after']),
    points: optionalNumber,
    testedOn: Day,
  }),
  policy: inRole('project'),
  audit: { kind: 'none', why: 'A company and its test; no person is spoken of.' },
  refusals: ['project-not-found', 'company-not-found', 'points-not-fitting', 'day-in-future'],
  async run(handle, { projectId, points, ...test }) {
    if (!(await findHead(handle, projectId))) return err({ code: 'project-not-found' });
    if (!(await companyBriefs(handle, [test.companyId])).has(test.companyId))
      return err({ code: 'company-not-found', field: 'companyId' });
    if (points === undefined || points < 0 || points > 100)
      return err({ code: 'points-not-fitting', field: 'points' });
    if (test.testedOn > handle.today) return err({ code: 'day-in-future', field: 'testedOn' });
    await putCompanyTest(handle, projectId, { ...test, points });
    return ok();
  },
});
