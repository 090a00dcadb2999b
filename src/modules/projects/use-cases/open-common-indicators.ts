import { z } from 'zod';
import { addDays } from '#kernel/days.ts';
import { smallNumberLimitOn } from '#kernel/deadlines.ts';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { type Cell, suppressCount, unknown } from '#kernel/small-numbers.ts';
import { defineUseCase } from '#use-case';
import { findHead, listValues, readPromises } from '../db/promises-read.db.ts';
import { commonIndicatorSource, commonIndicators } from '../domain/indicators-esf.ts';
import { mayWriteProject, readsProjects } from '../policies.ts';
import { countedOf } from './common-indicators.ts';

/**
 * The common indicators of the ESF+ for one project, in the shape in which they are told to EURA: code, count, day. Persons
 * are counted from the participants of the project's pilots, each once; what Polku does not ask is not known until it is
 * entered with evidence.
 */
export const openCommonIndicators = defineUseCase({
  name: 'projects.open-common-indicators',
  purpose: 'steering',
  input: z.object({ projectId: Id }),
  policy: readsProjects,
  audit: { kind: 'none', why: 'counts of facts with small numbers hidden' },
  refusals: ['project-not-found'],
  async run(context, { projectId }) {
    const head = await findHead(context, projectId);
    if (!head) return err({ code: 'project-not-found' });
    const promises = await readPromises(context, head);
    const counted = await countedOf(context, head, promises);
    const values = await listValues(context, projectId);
    const limit = smallNumberLimitOn(context.today);
    return ok({
      head,
      countedOn: context.today,
      source: commonIndicatorSource,
      rows: commonIndicators.map((common) => {
        const told = counted.get(common.code);
        if (told)
          return {
            ...common,
            cell: told.cell,
            from: 'facts' as const,
            /** The day of the release; companies are counted today. */
            toldOn: told.toldOn,
            countedOn: told.toldOn === undefined ? context.today : addDays(told.toldOn, -1),
          };
        const kept = promises.indicators.find(({ code }) => code === common.code);
        const entered = values.find(({ indicatorId }) => indicatorId === kept?.id);
        if (!entered) return { ...common, cell: unknown as Cell, from: 'nowhere' as const };
        return {
          ...common,
          cell:
            common.unit === 'persons'
              ? suppressCount(entered.value, { limit, showZero: true })
              : ({ kind: 'number', value: entered.value } as Cell),
          from: 'entered' as const,
          countedOn: entered.countedOn,
          evidence: entered.evidence,
        };
      }),
      hasCohort: promises.pilotIds.length > 0,
      actions: { change: await mayWriteProject(context, projectId) },
    });
  },
});
