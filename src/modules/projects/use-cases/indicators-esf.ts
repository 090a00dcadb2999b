import { z } from 'zod';
import { actingAsSystem, type Handle } from '#access';
import { participants, smallCompaniesHelped } from '#insight';
import { Day } from '#kernel/days.ts';
import { smallNumberLimitOn } from '#kernel/deadlines.ts';
import { Id, newId } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { type Cell, suppressCount, unknown } from '#kernel/small-numbers.ts';
import { defineUseCase } from '#use-case';
import {
  findHead,
  type KeptPromises,
  listValues,
  type ProjectHead,
  readPromises,
} from '../db/promises-read.db.ts';
import { addValue, putIndicator } from '../db/promises-write.db.ts';
import { commonIndicatorSource, commonIndicators, countCommon } from '../domain/indicators-esf.ts';
import { keepsProjects, mayKeep, nobody, readsProjects } from '../policies.ts';
import { optionalNumber } from './promises-forms.ts';
import { promisesForChange } from './traceability.ts';

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
  async run(handle, { projectId }) {
    const head = await findHead(handle, projectId);
    if (!head) return err({ code: 'project-not-found' });
    const promises = await readPromises(handle, head);
    const counted = await countedOf(handle, head, promises);
    const values = await listValues(handle, projectId);
    const limit = smallNumberLimitOn(handle.today);
    return ok({
      head,
      countedOn: handle.today,
      source: commonIndicatorSource,
      rows: commonIndicators.map((common) => {
        const cell = counted.get(common.code);
        if (cell) return { ...common, cell, from: 'facts' as const, countedOn: handle.today };
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
      actions: { change: await mayKeep(handle) },
    });
  },
});

/** What the facts give, by code. A project without a pilot has no participants that Polku knows: nothing, not 0. */
async function countedOf(
  handle: Handle,
  head: ProjectHead,
  { pilotIds }: KeptPromises,
): Promise<Map<string, Cell>> {
  return actingAsSystem(handle, 'counting participants, over everybody', async (house) => {
    const cells =
      pilotIds.length === 0
        ? new Map<string, Cell>()
        : countCommon(
            await participants(house, pilotIds, handle.today),
            handle.today,
            smallNumberLimitOn(handle.today),
          );
    if (head.startsOn !== undefined && head.startsOn <= handle.today) {
      const until = head.endsOn !== undefined && head.endsOn < handle.today ? head.endsOn : handle.today;
      const { small } = await smallCompaniesHelped(house, head.startsOn, until);
      cells.set('EECO19', { kind: 'number', value: small });
    }
    return cells;
  });
}

/** Keeps a count of a common indicator that no fact of Polku gives. */
export const enterCommonValue = defineUseCase({
  name: 'projects.enter-common-value',
  purpose: 'steering',
  input: z.object({
    projectId: Id,
    code: z.string(),
    countedOn: Day,
    value: optionalNumber,
    evidence: z.string().trim().min(1, 'required').max(1000),
  }),
  policy: keepsProjects,
  audit: nobody,
  refusals: [
    'project-not-found',
    'thing-not-found',
    'counted-from-facts',
    'count-not-fitting',
    'day-in-future',
  ],
  async run(handle, { projectId, code, countedOn, value, evidence }) {
    const promises = await promisesForChange(handle, projectId);
    const head = promises && (await findHead(handle, projectId));
    if (!promises || !head) return err({ code: 'project-not-found' });
    const common = commonIndicators.find((one) => one.code === code);
    if (!common) return err({ code: 'thing-not-found', field: 'code' });
    if ((await countedOf(handle, head, promises)).has(code))
      return err({ code: 'counted-from-facts', field: 'code' });
    if (value === undefined || !Number.isInteger(value) || value < 0)
      return err({ code: 'count-not-fitting', field: 'value' });
    if (countedOn > handle.today) return err({ code: 'day-in-future', field: 'countedOn' });
    let indicatorId = promises.indicators.find((one) => one.code === code)?.id;
    if (indicatorId === undefined) {
      indicatorId = newId();
      await putIndicator(handle, projectId, {
        id: indicatorId,
        kind: 'common',
        nature: common.kind === 'output' ? 'attendance' : 'change',
        names: common.names,
        unit: common.unit,
        code,
        planned: {},
      });
    }
    await addValue(handle, projectId, { indicatorId, countedOn, value, evidence });
    return ok();
  },
});
