import type { Handle } from '#access';
import type { Day } from '#kernel/days.ts';
import { newId } from '#kernel/ids.ts';
import type { CompanyStep, Comparison } from '../domain/added-value.ts';
import type { HorizontalAnswer, HorizontalPromise } from '../domain/horizontal.ts';
import type { FunderCheck } from '../domain/promises-criticisms.ts';
import type { Goal, Measure } from '../domain/promises-readiness.ts';
import type { TraceLink } from '../domain/traceability.ts';
import type { KeptIndicator } from './promises-read.db.ts';

/** Tables whose rows stand in an order. */
type Ordered =
  | 'projects.goal'
  | 'projects.measure'
  | 'projects.indicator'
  | 'projects.comparison'
  | 'projects.company_step'
  | 'projects.criticism';

/** The place after the last of a project. */
async function nextPosition(handle: Handle, table: Ordered, projectId: string): Promise<number> {
  const row = await handle.db
    .selectFrom(table)
    .select((by) => by.fn.max('position').as('last'))
    .where('project_id', '=', projectId)
    .executeTakeFirst();
  return (row?.last ?? 0) + 1;
}

/** Puts a goal in its place, or changes the one with its id. The same for the rest of this file. */
export async function putGoal(handle: Handle, projectId: string, goal: Goal, source?: string): Promise<void> {
  await handle.db
    .insertInto('projects.goal')
    .values({
      id: goal.id,
      project_id: projectId,
      position: await nextPosition(handle, 'projects.goal', projectId),
      words: goal.text,
      source: source ?? null,
    })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ words: goal.text }))
    .execute();
}

export async function putMeasure(
  handle: Handle,
  projectId: string,
  measure: Measure,
  source?: string,
): Promise<void> {
  const values = {
    words: measure.text,
    work_package: measure.workPackage ?? null,
    aspects: [...measure.aspects],
  };
  await handle.db
    .insertInto('projects.measure')
    .values({
      id: measure.id,
      project_id: projectId,
      position: await nextPosition(handle, 'projects.measure', projectId),
      source: source ?? null,
      ...values,
    })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(values))
    .execute();
}

export async function putIndicator(
  handle: Handle,
  projectId: string,
  indicator: KeptIndicator,
): Promise<void> {
  const { source, target, baseline } = indicator;
  const values = {
    kind: indicator.kind,
    nature: indicator.nature,
    names: JSON.stringify(indicator.names),
    unit: indicator.unit,
    baseline: baseline?.value ?? null,
    baseline_on: baseline?.on ?? null,
    baseline_source: baseline?.source ?? null,
    target: target?.value ?? null,
    target_qualifier: target?.qualifier ?? null,
    parts: JSON.stringify(target?.parts ?? []),
    planned: JSON.stringify(indicator.planned),
    due_on: indicator.dueOn ?? null,
    owner: indicator.owner ?? null,
    source_kind: source?.kind ?? null,
    source_name: source === undefined ? null : source.kind === 'fact' ? source.fact : source.name,
    formula: indicator.formula ?? null,
    comparison: indicator.comparison ?? null,
    adoption: indicator.adoption ?? null,
    promised_at: indicator.promisedAt ?? null,
    code: indicator.code ?? null,
  };
  await handle.db
    .insertInto('projects.indicator')
    .values({
      id: indicator.id,
      project_id: projectId,
      position: await nextPosition(handle, 'projects.indicator', projectId),
      ...values,
    })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(values))
    .execute();
}

export async function putComparison(
  handle: Handle,
  projectId: string,
  comparison: Comparison,
): Promise<void> {
  const values = {
    measure_id: comparison.measureId,
    against: comparison.against,
    name: comparison.name,
    other_id: comparison.otherId ?? null,
    service_id: comparison.serviceId ?? null,
    difference: comparison.difference,
  };
  await handle.db
    .insertInto('projects.comparison')
    .values({
      id: comparison.id,
      project_id: projectId,
      position: await nextPosition(handle, 'projects.comparison', projectId),
      ...values,
    })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(values))
    .execute();
}

export async function putCompanyStep(handle: Handle, projectId: string, step: CompanyStep): Promise<void> {
  const values = {
    measure_id: step.measureId,
    content: step.content,
    hours: step.hours ?? null,
    companies: step.companies ?? null,
    test: step.test ?? null,
  };
  await handle.db
    .insertInto('projects.company_step')
    .values({
      id: step.id,
      project_id: projectId,
      position: await nextPosition(handle, 'projects.company_step', projectId),
      ...values,
    })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(values))
    .execute();
}

/** Takes a thing of the plan away, with the lines that hang on it. False when it was not there. */
export async function removeThing(handle: Handle, projectId: string, thingId: string): Promise<boolean> {
  await handle.db
    .deleteFrom('projects.trace_link')
    .where('project_id', '=', projectId)
    .where((is) => is.or([is('from_id', '=', thingId), is('to_id', '=', thingId)]))
    .execute();
  for (const table of [
    'projects.goal',
    'projects.measure',
    'projects.indicator',
    'projects.comparison',
    'projects.company_step',
  ] as const) {
    const { numDeletedRows } = await handle.db
      .deleteFrom(table)
      .where('project_id', '=', projectId)
      .where('id', '=', thingId)
      .executeTakeFirst();
    if (numDeletedRows > 0n) return true;
  }
  return false;
}

/** Draws lines; those that are there stay as they are. */
export async function addLinks(
  handle: Handle,
  projectId: string,
  links: readonly TraceLink[],
): Promise<void> {
  if (links.length === 0) return;
  await handle.db
    .insertInto('projects.trace_link')
    .values(links.map(({ from, to }) => ({ project_id: projectId, from_id: from, to_id: to })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Takes away all lines that leave a thing. */
export async function clearLinks(handle: Handle, projectId: string, from: string): Promise<void> {
  await handle.db
    .deleteFrom('projects.trace_link')
    .where('project_id', '=', projectId)
    .where('from_id', '=', from)
    .execute();
}

/** Takes away all lines that lead to an indicator from things of one kind. */
export async function clearLinksTo(
  handle: Handle,
  projectId: string,
  to: string,
  from: readonly string[],
): Promise<void> {
  if (from.length === 0) return;
  await handle.db
    .deleteFrom('projects.trace_link')
    .where('project_id', '=', projectId)
    .where('to_id', '=', to)
    .where('from_id', 'in', [...from])
    .execute();
}

/** Keeps a value that was counted elsewhere, with what shows it. */
export async function addValue(
  handle: Handle,
  projectId: string,
  value: { indicatorId: string; countedOn: Day; value: number; evidence: string },
): Promise<void> {
  await handle.db
    .insertInto('projects.indicator_value')
    .values({
      id: newId(),
      project_id: projectId,
      indicator_id: value.indicatorId,
      counted_on: value.countedOn,
      value: value.value,
      evidence: value.evidence,
      entered_by: handle.viewer.accountId ?? null,
      entered_at: handle.now.toISOString(),
    })
    .execute();
}

/** The pilots whose people are counted as the project's participants, from now on these. */
export async function setCohorts(
  handle: Handle,
  projectId: string,
  pilotIds: readonly string[],
): Promise<void> {
  await handle.db.deleteFrom('projects.cohort').where('project_id', '=', projectId).execute();
  if (pilotIds.length > 0)
    await handle.db
      .insertInto('projects.cohort')
      .values(pilotIds.map((pilot_id) => ({ project_id: projectId, pilot_id })))
      .execute();
}

/** Keeps answers of a form; an answer that is there is changed. */
export async function putAnswers(
  handle: Handle,
  projectId: string,
  template: string,
  answers: readonly HorizontalAnswer[],
): Promise<void> {
  for (const answer of answers) {
    const values = {
      yes: answer.yes ?? null,
      direct: answer.direct ?? null,
      indirect: answer.indirect ?? null,
      reason: answer.reason ?? null,
      evidence: answer.evidence ?? null,
    };
    await handle.db
      .insertInto('projects.horizontal_answer')
      .values({ project_id: projectId, template, criterion: answer.criterion, ...values })
      .onConflict((conflict) => conflict.columns(['project_id', 'template', 'criterion']).doUpdateSet(values))
      .execute();
  }
}

export async function addFollowUps(
  handle: Handle,
  projectId: string,
  promises: readonly HorizontalPromise[],
): Promise<void> {
  if (promises.length === 0) return;
  await handle.db
    .insertInto('projects.horizontal_promise')
    .values(
      promises.map((promise) => ({
        id: promise.id,
        project_id: projectId,
        criterion: promise.criterion,
        words: promise.text,
        place: promise.place,
      })),
    )
    .execute();
}

/** Notes what was done about a promise. False when there is no such promise. */
export async function followPromise(
  handle: Handle,
  projectId: string,
  promiseId: string,
  followed: { on: Day; what: string },
): Promise<boolean> {
  const { numUpdatedRows } = await handle.db
    .updateTable('projects.horizontal_promise')
    .set({ followed_on: followed.on, followed: followed.what })
    .where('project_id', '=', projectId)
    .where('id', '=', promiseId)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export async function addCriticisms(
  handle: Handle,
  projectId: string,
  items: readonly { id: string; check: FunderCheck; text: string; source?: string | undefined }[],
  source?: string,
): Promise<void> {
  if (items.length === 0) return;
  const first = await nextPosition(handle, 'projects.criticism', projectId);
  await handle.db
    .insertInto('projects.criticism')
    .values(
      items.map((item, at) => ({
        id: item.id,
        project_id: projectId,
        position: first + at,
        check_code: item.check,
        words: item.text,
        source: item.source ?? source ?? null,
      })),
    )
    .execute();
}

/** Answers a criticism with what in the plan shows it. False when there is no such criticism. */
export async function answerItem(
  handle: Handle,
  projectId: string,
  itemId: string,
  given: { check: FunderCheck; answer: string; evidence: readonly string[] },
): Promise<boolean> {
  const { numUpdatedRows } = await handle.db
    .updateTable('projects.criticism')
    .set({
      check_code: given.check,
      answer: given.answer === '' ? null : given.answer,
      evidence: [...given.evidence],
      answered_by: handle.viewer.accountId ?? null,
      answered_on: handle.today,
    })
    .where('project_id', '=', projectId)
    .where('id', '=', itemId)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Somebody calls the plan ready today, or takes it back. */
export async function setReadiness(handle: Handle, projectId: string, ready: boolean): Promise<void> {
  await handle.db.deleteFrom('projects.readiness').where('project_id', '=', projectId).execute();
  if (ready)
    await handle.db
      .insertInto('projects.readiness')
      .values({ project_id: projectId, called_on: handle.today, called_by: handle.viewer.accountId ?? null })
      .execute();
}

/** Keeps the points of a company's test; the same phase again replaces them. */
export async function putCompanyTest(
  handle: Handle,
  projectId: string,
  test: { companyId: string; phase: 'before' | 'after'; points: number; testedOn: Day },
): Promise<void> {
  const values = {
    points: test.points,
    tested_on: test.testedOn,
    entered_by: handle.viewer.accountId ?? null,
  };
  await handle.db
    .insertInto('projects.company_test')
    .values({ project_id: projectId, company_id: test.companyId, phase: test.phase, ...values })
    .onConflict((conflict) => conflict.columns(['project_id', 'company_id', 'phase']).doUpdateSet(values))
    .execute();
}
