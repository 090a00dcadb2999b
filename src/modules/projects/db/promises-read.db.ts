import type { ViewerContext } from '#access';
import { readLists, readRows } from '#db/part-rows.ts';
import type { Day } from '#kernel/days.ts';
import { inOrder } from '#lists';
import { companySteps, comparisons } from '../domain/added-value.ts';
import { followUps, type HorizontalPromise, horizontalAnswers } from '../domain/horizontal.ts';
import { findTemplate, templateOfInstrument } from '../domain/horizontal-templates.ts';
import type { KeptIndicator } from '../domain/indicators.ts';
import { type Criticism, criticisms } from '../domain/promises-criticisms.ts';
import { goals, measures, type Promises } from '../domain/promises-readiness.ts';
import { readIndicators } from './indicators.db.ts';

const there = <T>(value: T | null): T | undefined => value ?? undefined;

/** All that a project promises, as it stands. */
export interface KeptPromises extends Promises {
  readonly indicators: readonly KeptIndicator[];
  readonly rejection: readonly Criticism[];
  readonly followUps: readonly HorizontalPromise[];
  /** Pilots whose people are the participants. */
  readonly pilotIds: readonly string[];
  readonly readiness?: { readonly calledOn: Day; readonly calledBy?: string | undefined } | undefined;
}

/** What the pages of a project's promises say of the project itself. */
export interface ProjectHead {
  readonly projectId: string;
  readonly name: string;
  readonly instrument: string;
  readonly startsOn?: Day | undefined;
  readonly endsOn?: Day | undefined;
  readonly state: string;
  readonly verdict?: string | undefined;
  readonly improvesId?: string | undefined;
}

/** Every project open to the reader, by id. */
export async function listProjectIds(context: ViewerContext): Promise<string[]> {
  const rows = await context.db.selectFrom('projects.project').select('id').orderBy('id').execute();
  return rows.map(({ id }) => id);
}

/** The head of a project open to the viewer, or undefined; locked when its promises are to be changed. */
export async function findHead(
  context: ViewerContext,
  projectId: string,
  lock: 'for-change' | 'for-reading' = 'for-reading',
): Promise<ProjectHead | undefined> {
  const row = await context.db
    .selectFrom('projects.project')
    .select(['id', 'name', 'instrument', 'starts_on', 'ends_on', 'state', 'verdict', 'improves_id'])
    .where('id', '=', projectId)
    .$if(lock === 'for-change', (query) => query.forUpdate())
    .executeTakeFirst();
  return (
    row && {
      projectId: row.id,
      name: row.name,
      instrument: row.instrument,
      startsOn: there(row.starts_on),
      endsOn: there(row.ends_on),
      state: row.state,
      verdict: there(row.verdict),
      improvesId: there(row.improves_id),
    }
  );
}

const lists = { goals, measures, comparisons, companySteps, followUps, rejection: criticisms };

/** The promises of a project open to the viewer, in the order of their places. */
export async function readPromises(
  context: ViewerContext,
  { projectId, instrument }: Pick<ProjectHead, 'projectId' | 'instrument'>,
): Promise<KeptPromises> {
  const owner = { project_id: projectId };
  const answers = await readRows(context.db, horizontalAnswers, owner);
  const template = findTemplate(answers[0]?.template) ?? templateOfInstrument(instrument);
  return {
    ...(await readLists(context.db, lists, owner)),
    indicators: await readIndicators(context, projectId),
    links: await listLinks(context, projectId),
    horizontal: {
      template,
      answers: answers
        .filter((answer) => answer.template === template?.code)
        .map((answer) => ({
          ...answer,
          answered: (answer.yes ?? answer.direct ?? answer.indirect) !== undefined,
        })),
    },
    pilotIds: await listCohorts(context, projectId),
    readiness: await findReadiness(context, projectId),
  };
}

async function listLinks(context: ViewerContext, projectId: string) {
  const rows = await context.db
    .selectFrom('projects.trace_link')
    .select(['from_id', 'to_id'])
    .where('project_id', '=', projectId)
    .orderBy('from_id')
    .orderBy('to_id')
    .execute();
  return rows.map((row) => ({ from: row.from_id, to: row.to_id }));
}

async function listCohorts(context: ViewerContext, projectId: string): Promise<string[]> {
  const rows = await context.db
    .selectFrom('projects.cohort')
    .select('pilot_id')
    .where('project_id', '=', projectId)
    .orderBy('pilot_id')
    .execute();
  return rows.map((row) => row.pilot_id);
}

async function findReadiness(context: ViewerContext, projectId: string) {
  const row = await context.db
    .selectFrom('projects.readiness as r')
    .leftJoin('access.account as a', 'a.id', 'r.called_by')
    .select(['r.called_on', 'a.name'])
    .where('r.project_id', '=', projectId)
    .executeTakeFirst();
  return row && { calledOn: row.called_on, calledBy: there(row.name) };
}

/** Values that people entered, the latest day first; of one day the one entered last comes first. */
export async function listValues(context: ViewerContext, projectId: string) {
  const rows = await context.db
    .selectFrom('projects.indicator_value as v')
    .leftJoin('access.account as a', 'a.id', 'v.entered_by')
    .select(['v.id', 'v.indicator_id', 'v.counted_on', 'v.value', 'v.evidence', 'a.name'])
    .where('v.project_id', '=', projectId)
    .orderBy('v.counted_on', 'desc')
    .orderBy('v.id', 'desc')
    .execute();
  return rows.map((row) => ({
    valueId: row.id,
    indicatorId: row.indicator_id,
    countedOn: row.counted_on,
    value: row.value,
    evidence: row.evidence,
    enteredBy: there(row.name),
  }));
}

/** Companies tested in a project, with their points; open to those who may see single companies. */
export async function listCompanyTests(context: ViewerContext, projectId: string) {
  const rows = await context.db
    .selectFrom('projects.company_test as t')
    .innerJoin('companies.company as c', 'c.id', 't.company_id')
    .select(['t.company_id', 'c.name', 't.phase', 't.points', 't.tested_on'])
    .where('t.project_id', '=', projectId)
    .orderBy(inOrder('c.name'))
    .orderBy('t.phase', 'desc')
    .execute();
  return rows.map((row) => ({
    companyId: row.company_id,
    name: row.name,
    phase: row.phase as 'before' | 'after',
    points: row.points,
    testedOn: row.tested_on,
  }));
}

/** What every project of the portfolio is known by when overlaps are looked for. */
export async function listNeighbours(context: ViewerContext) {
  const projects = await context.db
    .selectFrom('projects.project')
    .select(['id', 'name', 'starts_on', 'ends_on'])
    .orderBy(inOrder('name'))
    .execute();
  const places = await context.db
    .selectFrom('projects.place')
    .select(['project_id', 'name', 'code'])
    .where('kind', '=', 'municipality')
    .execute();
  const groups = await context.db
    .selectFrom('projects.target_group')
    .select(['project_id', 'code', 'words'])
    .execute();
  const of = <T extends { project_id: string }>(rows: readonly T[], id: string) =>
    rows.filter((row) => row.project_id === id);
  return projects.map(({ id, name, starts_on, ends_on }) => ({
    id,
    name,
    startsOn: there(starts_on),
    endsOn: there(ends_on),
    municipalities: of(places, id).map((place) => place.code ?? place.name),
    groups: of(groups, id).map((group) => group.code ?? group.words),
  }));
}

/** Codes of a project's target groups and the municipalities that it reaches: what "the same group and area" is asked by. */
export async function groupsAndArea(context: ViewerContext, projectId: string) {
  const groups = await context.db
    .selectFrom('projects.target_group')
    .select('code')
    .where('project_id', '=', projectId)
    .where('code', 'is not', null)
    .execute();
  const reached = await context.db
    .selectFrom('projects.reach')
    .select('municipality_code')
    .where('project_id', '=', projectId)
    .execute();
  return {
    targetGroups: [...new Set(groups.map(({ code }) => code!))],
    municipalities: reached.map((row) => row.municipality_code),
  };
}

/** Projects not yet applied for whose criticisms wait for words of an answer, with how many do. */
export async function listUnanswered(context: ViewerContext) {
  return context.db
    .selectFrom('projects.criticism as c')
    .innerJoin('projects.project as p', 'p.id', 'c.project_id')
    .select(['p.id as projectId', 'p.name', (by) => by.fn.countAll<number>().as('criticisms')])
    .where('p.state', '=', 'idea')
    .where('c.answer', 'is', null)
    .groupBy(['p.id', 'p.name'])
    .orderBy('criticisms', 'desc')
    .orderBy('p.id')
    .execute();
}
