import { z } from 'zod';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { findHead } from '../db/promises-read.db.ts';
import { putAnswers } from '../db/promises-write.db.ts';
import { fitsScale, horizontalAnswers } from '../domain/horizontal.ts';
import { findTemplate } from '../domain/horizontal-templates.ts';
import { aboutProjects, writesProject } from '../policies.ts';

/** Keeps the answers of one criterion. "Yes" without the evidence that it needs is kept, and told (F-22). */
export const saveHorizontal = defineUseCase({
  name: 'projects.save-horizontal',
  ...aboutProjects,
  input: z.object({
    projectId: Id,
    ...horizontalAnswers.fields.shape,
    yes: z.enum(['yes', 'no']).optional(),
  }),
  policy: writesProject,
  refusals: ['project-not-found', 'thing-not-found', 'effect-not-on-scale'],
  async run(context, { projectId, template: code, yes, ...answer }) {
    if (!(await findHead(context, projectId, 'for-change'))) return err({ code: 'project-not-found' });
    const template = findTemplate(code);
    if (!template?.criteria.some(({ key }) => key === answer.criterion))
      return err({ code: 'thing-not-found' });
    for (const side of ['direct', 'indirect'] as const)
      if (answer[side] !== undefined && !fitsScale(template, answer[side]))
        return err({ code: 'effect-not-on-scale', field: side });
    await putAnswers(context, projectId, code, [{ ...answer, yes: yes && yes === 'yes', answered: true }]);
    return ok();
  },
});
