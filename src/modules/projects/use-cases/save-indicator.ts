import { z } from 'zod';
import { isCountable } from '#insight';
import { Day } from '#kernel/days.ts';
import { Decimal } from '#kernel/field-kinds.ts';
import { Id, newId } from '#kernel/ids.ts';
import { optionalText } from '#kernel/inputs.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { putIndicator } from '../db/indicators.db.ts';
import { addLinks, clearLinksTo } from '../db/promises-write.db.ts';
import {
  HalfYear,
  isOwnRegister,
  Nature,
  parseTarget,
  Qualifier,
  type Source,
} from '../domain/indicators.ts';
import { aboutProjects, writesProject } from '../policies.ts';
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
  ...aboutProjects,
  input: z.object({
    projectId: Id,
    indicatorId: Id.optional(),
    kind: z.enum(['output', 'result']),
    nature: Nature,
    fi: z.string().trim().min(1, 'required').max(300),
    sv: optionalText(300),
    en: optionalText(300),
    unit: optionalText(50),
    baseline: Decimal.optional(),
    baselineOn: Day.optional(),
    baselineSource: optionalText(300),
    target: z.string().trim().max(100).default(''),
    qualifier: z.union([Qualifier, z.literal('').transform(() => undefined)]).optional(),
    parts: Parts,
    dueOn: Day.optional(),
    owner: optionalText(200),
    sourceKind: z.enum(['fact', 'statistic', 'entered']).optional(),
    fact: optionalText(100),
    sourceName: optionalText(300),
    formula: optionalText(1000),
    comparison: optionalText(1000),
    adoption: optionalText(1000),
    planned: z.record(HalfYear, Decimal).default({}),
    /** Goals and outputs of a result, measures of an output. */
    from: z.array(Id).default([]),
    /** Results of an output. */
    to: z.array(Id).default([]),
  }),
  policy: writesProject,
  refusals: [
    'project-not-found',
    'thing-not-found',
    'target-not-understood',
    'source-missing',
    'fact-not-known',
    'register-counts',
  ],
  async run(context, { projectId, indicatorId, from, to, ...given }) {
    const promises = await promisesForChange(context, projectId);
    if (!promises) return err({ code: 'project-not-found' });
    const before = promises.indicators.find(({ id }) => id === indicatorId);
    if (indicatorId !== undefined && (!before || before.kind === 'common'))
      return err({ code: 'thing-not-found' });
    const target = given.target === '' ? undefined : parseTarget(given.target);
    if (given.target !== '' && !target) return err({ code: 'target-not-understood', field: 'target' });
    const source = sourceIn(given);
    if (given.sourceKind !== undefined && !source)
      return err({ code: 'source-missing', field: given.sourceKind === 'fact' ? 'fact' : 'sourceName' });
    if (source?.kind === 'fact' && !isCountable(source.fact))
      return err({ code: 'fact-not-known', field: 'fact' });
    if (source !== undefined && source.kind !== 'fact' && isOwnRegister(source.name))
      return err({ code: 'register-counts', field: 'sourceName' });
    const id = indicatorId ?? newId();
    await putIndicator(context, projectId, {
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
      planned: given.planned,
    });
    const mayLead =
      given.kind === 'output'
        ? promises.measures.map((measure) => measure.id)
        : [
            ...promises.goals.map((goal) => goal.id),
            ...ofKind(
              promises,
              'output',
              promises.indicators.map((indicator) => indicator.id),
            ),
          ];
    const all = [...promises.goals, ...promises.measures, ...promises.indicators].map((goal) => goal.id);
    await clearLinksTo(context, projectId, id, all);
    await addLinks(
      context,
      projectId,
      mayLead.filter((text) => text !== id && from.includes(text)).map((text) => ({ from: text, to: id })),
    );
    await joinTo(
      context,
      projectId,
      id,
      given.kind === 'output' ? ofKind(promises, 'result', to).filter((text) => text !== id) : [],
    );
    return ok({ id });
  },
});

function sourceIn(given: {
  sourceKind?: Source['kind'] | undefined;
  fact?: string | undefined;
  sourceName?: string | undefined;
}): Source | undefined {
  if (given.sourceKind === 'fact')
    return given.fact === undefined ? undefined : { kind: 'fact', fact: given.fact };
  if (given.sourceKind === undefined || given.sourceName === undefined) return undefined;
  return { kind: given.sourceKind, name: given.sourceName };
}
