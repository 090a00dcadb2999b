import { z } from 'zod';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { findHead, readPromises } from '../db/promises-read.db.ts';
import { answersLackingEvidence, effectSums, unfollowed } from '../domain/horizontal.ts';
import { findTemplate, horizontalTemplates } from '../domain/horizontal-templates.ts';
import { aboutProjects, mayWriteProject, readsProjects } from '../policies.ts';

/** The form of horizontal principles with its answers, sums by group, and the promises made in it (HOR-01 to HOR-06). */
export const openHorizontal = defineUseCase({
  name: 'projects.open-horizontal',
  ...aboutProjects,
  input: z.object({ projectId: Id, template: z.string().max(50).optional() }),
  policy: readsProjects,
  refusals: ['project-not-found'],
  async run(context, { projectId, template: wanted }) {
    const head = await findHead(context, projectId);
    if (!head) return err({ code: 'project-not-found' });
    const { horizontal, followUps } = await readPromises(context, head);
    // A form is chosen for a project whose instrument brings none, and only before it has answers.
    const template = horizontal.template ?? findTemplate(wanted);
    const { answers } = horizontal;
    return ok({
      head,
      template,
      templates: horizontalTemplates.map(({ code, names }) => ({ code, names })),
      answers,
      sums: template && effectSums(template, answers),
      lackingEvidence: template ? answersLackingEvidence(template, answers).map(({ key }) => key) : [],
      promises: followUps,
      unfollowed: unfollowed(followUps).length,
      actions: { change: await mayWriteProject(context, projectId) },
    });
  },
});
