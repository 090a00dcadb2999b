import { z } from 'zod';
import { Day } from '#kernel/days.ts';
import { Decimal } from '#kernel/field-kinds.ts';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { addValue } from '../db/promises-write.db.ts';
import { isOwnRegister } from '../domain/indicators.ts';
import { aboutProjects, writesProject } from '../policies.ts';
import { promisesForChange } from './traceability.ts';

/** Keeps a value of an indicator that no fact of Polku gives: a statistic with its source, or a count with evidence. */
export const enterIndicatorValue = defineUseCase({
  name: 'projects.enter-indicator-value',
  ...aboutProjects,
  input: z.object({
    projectId: Id,
    indicatorId: Id,
    countedOn: Day,
    value: Decimal,
    evidence: z.string().trim().min(1, 'required').max(1000),
  }),
  policy: writesProject,
  refusals: ['project-not-found', 'thing-not-found', 'counted-from-facts', 'day-in-future'],
  async run(context, { projectId, indicatorId, value, countedOn, evidence }) {
    const promises = await promisesForChange(context, projectId);
    if (!promises) return err({ code: 'project-not-found' });
    const indicator = promises.indicators.find(({ id }) => id === indicatorId);
    if (!indicator) return err({ code: 'thing-not-found' });
    const { source } = indicator;
    if (source?.kind === 'fact' || (source !== undefined && isOwnRegister(source.name)))
      return err({ code: 'counted-from-facts' });
    if (countedOn > context.today) return err({ code: 'day-in-future', field: 'countedOn' });
    await addValue(context, projectId, { indicatorId, countedOn, value, evidence });
    return ok();
  },
});
