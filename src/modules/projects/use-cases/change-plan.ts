import { z } from 'zod';
import { findMunicipalityByName } from '#areas';
import { noteSettles } from '#governance';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { readPlan } from '../db/plan.db.ts';
import { findProject } from '../db/projects.db.ts';
import { applyChange } from '../domain/apply-change.ts';
import { Change, changeRefusals } from '../domain/changes.ts';
import type { Plan } from '../domain/plan.ts';
import { aboutProjects, writesProject } from '../policies.ts';
import { savePlan } from '../save-plan.ts';

/** Changes one thing in a plan: a line, a share, a work package, a text (one form, one change). */
export const changePlan = defineUseCase({
  name: 'projects.change-plan',
  ...aboutProjects,
  input: z.object({ projectId: Id, change: Change }),
  policy: writesProject,
  refusals: ['project-not-found', 'project-closed', ...changeRefusals],
  async run(context, { projectId, change }) {
    const project = await findProject(context, projectId, 'for-change');
    const plan = project && (await readPlan(context, projectId));
    if (!project || !plan) return err({ code: 'project-not-found' });
    // After closing only what follows a project can change: who owns its results, and whether they are used.
    if (project.state === 'closed' && change.part !== 'outcome') return err({ code: 'project-closed' });
    const changed = applyChange(plan, change);
    if (!changed.ok) return changed;
    const unknown = change.part === 'reach' ? unknownMunicipalities(plan, changed.value) : [];
    if (unknown.length > 0)
      return err({
        code: 'municipality-unknown',
        field: 'municipalities',
        details: { names: unknown.join(', ') },
      });
    const findings = await savePlan(context, project, changed.value);
    if (change.part === 'condition-met' && change.decisionId !== undefined) {
      await noteSettles(context, {
        decisionId: change.decisionId,
        kind: 'funding-condition',
        targetId: change.id,
        label: plan.identity.name,
        link: `/projects/${projectId}`,
      });
    }
    return ok({ findings: findings.length });
  },
});

/** Names that no municipality has; what a document printed stays as it was. */
const unknownMunicipalities = (before: Plan, after: Plan): string[] =>
  after.places
    .filter((place) => place.kind === 'municipality' && !before.places.includes(place))
    .map(({ name }) => name)
    .filter((name) => findMunicipalityByName(name) === undefined);
