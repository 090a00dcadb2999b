import { z } from 'zod';
import { isCountable } from '#insight';
import { Day } from '#kernel/days.ts';
import { Id, newId } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { listPilots } from '#pilots';
import { defineUseCase } from '#use-case';
import { addLinks, addValue, clearLinksTo, putIndicator, setCohorts } from '../db/promises-write.db.ts';
import { HalfYear, Nature, parseTarget, Qualifier, type Source } from '../domain/indicators.ts';
import { keepsProjects, nobody } from '../policies.ts';
import { optionalDay, optionalNumber, optionalText } from './promises-forms.ts';
import { joinTo, ofKind, promisesForChange } from './traceability.ts';

/** "työttömiä: 50" on a line of its own, as many as there are. */
const Parts = z
  .string()
  .max(5000)
  .default('')
  .transform((text, context) =>
    text
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => {
        const at = line.lastIndexOf(':');
        const value = parseTarget(line.slice(at + 1))?.value;
        const label = line.slice(0, Math.max(at, 0)).trim();
        if (value === undefined || label === '') {
          context.addIssue({ code: 'custom', message: 'part-not-understood' });
          return z.NEVER;
        }
        return { label, value };
      }),
  );

/**
 * Adds an indicator or changes one, and joins it: an output to the measures it comes from and the results it leads to, a
 * result to the goals it measures and the outputs it comes from. A target is read as it is written ("noin 50").
 */
export const saveIndicator = defineUseCase({
  name: 'projects.save-indicator',
  purpose: 'steering',
  input: z.object({
    projectId: Id,
    indicatorId: Id.optional(),
    kind: z.enum(['output', 'result']),
    nature: Nature,
    fi: z.string().trim().min(1, 'required').max(300),
    sv: optionalText(300),
    en: optionalText(300),
    unit: optionalText(50),
    baseline: optionalNumber,
    baselineOn: optionalDay,
    baselineSource: optionalText(300),
    target: z.string().trim().max(100).default(''),
    qualifier: z.union([Qualifier, z.literal('').transform(() => undefined)]).optional(),
    parts: Parts,
    dueOn: optionalDay,
    owner: optionalText(200),
    sourceKind: z.enum(['fact', 'statistic', 'entered', '']).default(''),
    fact: optionalText(100),
    sourceName: optionalText(300),
    formula: optionalText(1000),
    comparison: optionalText(1000),
    adoption: optionalText(1000),
    planned: z.record(HalfYear, optionalNumber).default({}),
    /** Goals and outputs of a result, measures of an output. */
    from: z.array(Id).default([]),
    /** Results of an output. */
    to: z.array(Id).default([]),
  }),
  policy: keepsProjects,
  audit: nobody,
  refusals: [
    'project-not-found',
    'thing-not-found',
    'target-not-understood',
    'source-missing',
    'fact-not-known',
  ],
  async run(handle, { projectId, indicatorId, from, to, ...given }) {
    const promises = await promisesForChange(handle, projectId);
    if (!promises) return err({ code: 'project-not-found' });
    const before = promises.indicators.find(({ id }) => id === indicatorId);
    if (indicatorId !== undefined && (!before || before.kind === 'common'))
      return err({ code: 'thing-not-found' });
    const target = given.target === '' ? undefined : parseTarget(given.target);
    if (given.target !== '' && !target) return err({ code: 'target-not-understood', field: 'target' });
    const source = sourceIn(given);
    if (given.sourceKind !== '' && !source)
      return err({ code: 'source-missing', field: given.sourceKind === 'fact' ? 'fact' : 'sourceName' });
    if (source?.kind === 'fact' && !isCountable(source.fact))
      return err({ code: 'fact-not-known', field: 'fact' });
    const id = indicatorId ?? newId();
    await putIndicator(handle, projectId, {
      id,
      kind: given.kind,
      nature: given.nature,
      names: { fi: given.fi, sv: given.sv, en: given.en },
      unit: given.unit ?? '',
      baseline:
        given.baseline === undefined
          ? undefined
          : { value: given.baseline, on: given.baselineOn, source: given.baselineSource },
      target: target && { ...target, qualifier: target.qualifier ?? given.qualifier, parts: given.parts },
      dueOn: given.dueOn,
      owner: given.owner,
      source,
      formula: given.formula,
      comparison: given.comparison,
      adoption: given.adoption,
      promisedAt: before?.promisedAt,
      planned: Object.fromEntries(
        Object.entries(given.planned).flatMap(([half, value]) =>
          value === undefined ? [] : [[half, value]],
        ),
      ),
    });
    const mayLead =
      given.kind === 'output'
        ? promises.measures.map((one) => one.id)
        : [
            ...promises.goals.map((one) => one.id),
            ...ofKind(
              promises,
              'output',
              promises.indicators.map((one) => one.id),
            ),
          ];
    const all = [...promises.goals, ...promises.measures, ...promises.indicators].map((one) => one.id);
    await clearLinksTo(handle, projectId, id, all);
    await addLinks(
      handle,
      projectId,
      mayLead.filter((one) => one !== id && from.includes(one)).map((one) => ({ from: one, to: id })),
    );
    await joinTo(
      handle,
      projectId,
      id,
      given.kind === 'output' ? ofKind(promises, 'result', to).filter((one) => one !== id) : [],
    );
    return ok({ id });
  },
});

function sourceIn(given: {
  sourceKind: '' | Source['kind'];
  fact?: string | undefined;
  sourceName?: string | undefined;
}): Source | undefined {
  if (given.sourceKind === 'fact')
    return given.fact === undefined ? undefined : { kind: 'fact', fact: given.fact };
  if (given.sourceKind === '' || given.sourceName === undefined) return undefined;
  return { kind: given.sourceKind, name: given.sourceName };
}

/** Keeps a value of an indicator that no fact of Polku gives: a statistic with its source, or a count with evidence. */
export const enterIndicatorValue = defineUseCase({
  name: 'projects.enter-indicator-value',
  purpose: 'steering',
  input: z.object({
    projectId: Id,
    indicatorId: Id,
    countedOn: Day,
    value: optionalNumber,
    evidence: z.string().trim().min(1, 'required').max(1000),
  }),
  policy: keepsProjects,
  audit: nobody,
  refusals: ['project-not-found', 'thing-not-found', 'counted-from-facts', 'value-missing', 'day-in-future'],
  async run(handle, { projectId, indicatorId, value, countedOn, evidence }) {
    const promises = await promisesForChange(handle, projectId);
    if (!promises) return err({ code: 'project-not-found' });
    const indicator = promises.indicators.find(({ id }) => id === indicatorId);
    if (!indicator) return err({ code: 'thing-not-found' });
    if (indicator.source?.kind === 'fact') return err({ code: 'counted-from-facts' });
    if (value === undefined) return err({ code: 'value-missing', field: 'value' });
    if (countedOn > handle.today) return err({ code: 'day-in-future', field: 'countedOn' });
    await addValue(handle, projectId, { indicatorId, countedOn, value, evidence });
    return ok();
  },
});

/** Says whose people are the participants: the pilots of the project. From then on nobody types a participant. */
export const chooseCohorts = defineUseCase({
  name: 'projects.choose-cohorts',
  purpose: 'steering',
  input: z.object({ projectId: Id, pilots: z.array(Id).max(20).default([]) }),
  policy: keepsProjects,
  audit: nobody,
  refusals: ['project-not-found'],
  async run(handle, { projectId, pilots }) {
    if (!(await promisesForChange(handle, projectId))) return err({ code: 'project-not-found' });
    const known = (await listPilots(handle)).map(({ pilotId }) => pilotId);
    await setCohorts(
      handle,
      projectId,
      known.filter((id) => pilots.includes(id)),
    );
    return ok();
  },
});
