import type { ViewerContext } from '#access';
import { putRow, removeRow, writeRow } from '#db/part-rows.ts';
import { addRow, addRows, dropRows, setRows } from '#db/table-rows.ts';
import type { Day } from '#kernel/days.ts';
import type { Part, ValueOf } from '#kernel/parts.ts';
import { companySteps, comparisons } from '../domain/added-value.ts';
import { type HorizontalAnswer, horizontalAnswers } from '../domain/horizontal.ts';
import { indicators } from '../domain/indicators.ts';
import type { FunderCheck } from '../domain/promises-criticisms.ts';
import { goals, measures } from '../domain/promises-readiness.ts';
import type { TraceLink } from '../domain/traceability.ts';

/** Puts a thing in its place, or changes the one with its id; `source` tells the document that brought it. */
export async function putThing<P extends Part>(
  { db }: ViewerContext,
  projectId: string,
  of: P,
  thing: ValueOf<P>,
  brought: { readonly source?: string } = {},
): Promise<void> {
  await putRow(db, of, { project_id: projectId }, thing, brought);
}

/** Takes a thing of the plan away, with the lines that hang on it. False when it was not there. */
export async function removeThing(
  context: ViewerContext,
  projectId: string,
  thingId: string,
): Promise<boolean> {
  await context.db
    .deleteFrom('projects.trace_link')
    .where('project_id', '=', projectId)
    .where((is) => is.or([is('from_id', '=', thingId), is('to_id', '=', thingId)]))
    .execute();
  for (const part of [goals, measures, indicators, comparisons, companySteps])
    if (await removeRow(context.db, part, { project_id: projectId }, thingId)) return true;
  return false;
}

/** Draws lines; those that are there stay as they are. */
export async function addLinks(
  context: ViewerContext,
  projectId: string,
  links: readonly TraceLink[],
): Promise<void> {
  if (links.length === 0) return;
  await context.db
    .insertInto('projects.trace_link')
    .values(links.map(({ from, to }) => ({ project_id: projectId, from_id: from, to_id: to })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Takes away all lines that leave a thing. */
export async function clearLinks(context: ViewerContext, projectId: string, from: string): Promise<void> {
  await dropRows(context.db, 'projects.trace_link', { project_id: projectId, from_id: from });
}

/** Takes away all lines that lead to an indicator from things of one kind. */
export async function clearLinksTo(
  context: ViewerContext,
  projectId: string,
  to: string,
  from: readonly string[],
): Promise<void> {
  if (from.length === 0) return;
  await context.db
    .deleteFrom('projects.trace_link')
    .where('project_id', '=', projectId)
    .where('to_id', '=', to)
    .where('from_id', 'in', [...from])
    .execute();
}

/** Keeps a value that was counted elsewhere, with what shows it. */
export async function addValue(
  context: ViewerContext,
  projectId: string,
  value: { indicatorId: string; countedOn: Day; value: number; evidence: string },
): Promise<void> {
  await addRow(context.db, 'projects.indicator_value', {
    project_id: projectId,
    indicator_id: value.indicatorId,
    counted_on: value.countedOn,
    value: value.value,
    evidence: value.evidence,
    entered_by: context.viewer.accountId ?? null,
    entered_at: context.now.toISOString(),
  });
}

/** The pilots whose people are counted as the project's participants, from now on these. */
export async function setCohorts(
  context: ViewerContext,
  projectId: string,
  pilotIds: readonly string[],
): Promise<void> {
  await dropRows(context.db, 'projects.cohort', { project_id: projectId });
  if (pilotIds.length > 0)
    await context.db
      .insertInto('projects.cohort')
      .values(pilotIds.map((pilot_id) => ({ project_id: projectId, pilot_id })))
      .execute();
}

/** Keeps answers of a form; an answer that is there is changed. */
export async function putAnswers(
  context: ViewerContext,
  projectId: string,
  template: string,
  answers: readonly HorizontalAnswer[],
): Promise<void> {
  for (const answer of answers)
    await writeRow(
      context.db,
      horizontalAnswers,
      { project_id: projectId, template, criterion: answer.criterion },
      { ...answer, template },
    );
}

/** Notes what was done about a promise. False when there is no such promise. */
export async function followPromise(
  context: ViewerContext,
  projectId: string,
  promiseId: string,
  followed: { on: Day; what: string },
): Promise<boolean> {
  return setRows(
    context.db,
    'projects.horizontal_promise',
    { project_id: projectId, id: promiseId },
    { followed_on: followed.on, followed: followed.what },
  );
}

/** Answers a criticism with what in the plan shows it. False when there is no such criticism. */
export async function answerItem(
  context: ViewerContext,
  projectId: string,
  itemId: string,
  given: { check: FunderCheck; answer: string; evidence: readonly string[] },
): Promise<boolean> {
  return setRows(
    context.db,
    'projects.criticism',
    { project_id: projectId, id: itemId },
    {
      check_code: given.check,
      answer: given.answer === '' ? null : given.answer,
      evidence: [...given.evidence],
      answered_by: context.viewer.accountId ?? null,
      answered_on: context.today,
    },
  );
}

/** Somebody calls the plan ready today, or takes it back. */
export async function setReadiness(context: ViewerContext, projectId: string, ready: boolean): Promise<void> {
  await dropRows(context.db, 'projects.readiness', { project_id: projectId });
  if (ready)
    await addRows(context.db, 'projects.readiness', {
      project_id: projectId,
      called_on: context.today,
      called_by: context.viewer.accountId ?? null,
    });
}

/** Keeps the points of a company's test; the same phase again replaces them. */
export async function putCompanyTest(
  context: ViewerContext,
  projectId: string,
  test: { companyId: string; phase: 'before' | 'after'; points: number; testedOn: Day },
): Promise<void> {
  const values = {
    points: test.points,
    tested_on: test.testedOn,
    entered_by: context.viewer.accountId ?? null,
  };
  await context.db
    .insertInto('projects.company_test')
    .values({ project_id: projectId, company_id: test.companyId, phase: test.phase, ...values })
    .onConflict((conflict) => conflict.columns(['project_id', 'company_id', 'phase']).doUpdateSet(values))
    .execute();
}
