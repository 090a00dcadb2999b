import { z } from 'zod';
import { Day } from '#kernel/days.ts';
import { Id, newId } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { putIndicator } from '../db/indicators.db.ts';
import { findHead } from '../db/promises-read.db.ts';
import { addValue } from '../db/promises-write.db.ts';
import { commonIndicators } from '../domain/indicators-esf.ts';
import { aboutProjects, writesProject } from '../policies.ts';
import { isCounted } from './common-indicators.ts';
import { promisesForChange } from './traceability.ts';

/** Keeps a count of a common indicator that no fact of Polku gives. */
export const enterCommonValue = defineUseCase({
  name: 'projects.enter-common-value',
  ...aboutProjects,
  input: z.object({
    projectId: Id,
    code: z.string().min(1, 'choose-one').max(50),
    countedOn: Day,
    value: z.int('count-not-fitting').min(0, 'count-not-fitting').max(1_000_000_000),
    evidence: z.string().trim().min(1, 'required').max(1000),
  }),
  policy: writesProject,
  refusals: ['project-not-found', 'thing-not-found', 'counted-from-facts', 'day-in-future'],
  async run(context, { projectId, code, countedOn, value, evidence }) {
    const promises = await promisesForChange(context, projectId);
    const head = promises && (await findHead(context, projectId));
    if (!promises || !head) return err({ code: 'project-not-found' });
    const common = commonIndicators.find((indicator) => indicator.code === code);
    if (!common) return err({ code: 'thing-not-found', field: 'code' });
    if (isCounted(code, promises, head, context.today))
      return err({ code: 'counted-from-facts', field: 'code' });
    if (countedOn > context.today) return err({ code: 'day-in-future', field: 'countedOn' });
    let indicatorId = promises.indicators.find((indicator) => indicator.code === code)?.id;
    if (indicatorId === undefined) {
      indicatorId = newId();
      await putIndicator(context, projectId, {
        id: indicatorId,
        kind: 'common',
        nature: common.kind === 'output' ? 'attendance' : 'change',
        names: common.names,
        unit: common.unit,
        code,
        planned: {},
      });
    }
    await addValue(context, projectId, { indicatorId, countedOn, value, evidence });
    return ok();
  },
});
