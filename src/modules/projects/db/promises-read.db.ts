import type { Handle } from '#access';
import type { Day } from '#kernel/days.ts';
import type { AgainstKind, CompanyStep, Comparison } from '../domain/added-value.ts';
import type { HorizontalAnswer, HorizontalPromise, PromisePlace } from '../domain/horizontal.ts';
import { findTemplate, templateOfInstrument } from '../domain/horizontal-templates.ts';
import type { Indicator, IndicatorKind, Nature, Qualifier, Source } from '../domain/indicators.ts';
import type { FunderCheck, RejectionItem } from '../domain/promises-criticisms.ts';
import type { Aspect, Measure, Promises } from '../domain/promises-readiness.ts';

const there = <T>(value: T | null): T | undefined => value ?? undefined;

/** An indicator with what should be reached by the end of each half-year, and its code when it is a common one. */
export interface KeptIndicator extends Indicator {
  readonly planned: Readonly<Record<string, number>>;
  readonly code?: string | undefined;
}
export interface KeptCriticism extends RejectionItem {
  readonly answeredOn?: Day | undefined;
  readonly source?: string | undefined;
}

/** All that a project promises, as it stands. */
export interface KeptPromises extends Promises {
  readonly indicators: readonly KeptIndicator[];
  readonly rejection: readonly KeptCriticism[];
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

/** The head of a project open to the viewer, or undefined; locked when its promises are to be changed. */
export async function findHead(
  handle: Handle,
  projectId: string,
  lock: 'for-change' | 'for-reading' = 'for-reading',
): Promise<ProjectHead | undefined> {
  const row = await handle.db
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

/** The promises of a project open to the viewer, in the order of their places. */
export async function readPromises(
  handle: Handle,
  { projectId, instrument }: Pick<ProjectHead, 'projectId' | 'instrument'>,
): Promise<KeptPromises> {
  const answers = await listAnswers(handle, projectId);
  const template = findTemplate(answers[0]?.template) ?? templateOfInstrument(instrument);
  return {
    goals: await listGoals(handle, projectId),
    measures: await listMeasures(handle, projectId),
    indicators: await listIndicators(handle, projectId),
    links: await listLinks(handle, projectId),
    comparisons: await listComparisons(handle, projectId),
    companySteps: await listCompanySteps(handle, projectId),
    horizontal: { template, answers: answers.filter((answer) => answer.template === template?.code) },
    followUps: await listFollowUps(handle, projectId),
    rejection: await listCriticisms(handle, projectId),
    pilotIds: await listCohorts(handle, projectId),
    readiness: await findReadiness(handle, projectId),
  };
}

const rowsOf = (
  handle: Handle,
  table:
    | 'projects.goal'
    | 'projects.measure'
    | 'projects.indicator'
    | 'projects.comparison'
    | 'projects.company_step'
    | 'projects.criticism',
  projectId: string,
) => handle.db.selectFrom(table).where('project_id', '=', projectId).orderBy('position').orderBy('id');

async function listGoals(handle: Handle, projectId: string) {
  const rows = await rowsOf(handle, 'projects.goal', projectId).select(['id', 'words']).execute();
  return rows.map(({ id, words }) => ({ id, text: words }));
}

async function listMeasures(handle: Handle, projectId: string): Promise<Measure[]> {
  const rows = await rowsOf(handle, 'projects.measure', projectId).selectAll().execute();
  return rows.map((row) => ({
    id: row.id,
    text: row.words,
    workPackage: there(row.work_package),
    aspects: row.aspects as Aspect[],
  }));
}

async function listIndicators(handle: Handle, projectId: string): Promise<KeptIndicator[]> {
  const rows = await rowsOf(handle, 'projects.indicator', projectId).selectAll().execute();
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind as IndicatorKind,
    nature: row.nature as Nature,
    names: row.names,
    unit: row.unit,
    baseline:
      row.baseline === null
        ? undefined
        : { value: row.baseline, on: there(row.baseline_on), source: there(row.baseline_source) },
    target:
      row.target === null
        ? undefined
        : {
            value: row.target,
            qualifier: there(row.target_qualifier) as Qualifier | undefined,
            parts: row.parts,
          },
    dueOn: there(row.due_on),
    owner: there(row.owner),
    source: sourceOf(row.source_kind, row.source_name),
    formula: there(row.formula),
    comparison: there(row.comparison),
    adoption: there(row.adoption),
    promisedAt: there(row.promised_at),
    planned: row.planned,
    code: there(row.code),
  }));
}

function sourceOf(kind: string | null, name: string | null): Source | undefined {
  if (kind === null || name === null) return undefined;
  return kind === 'fact' ? { kind, fact: name } : { kind: kind as 'statistic' | 'entered', name };
}

async function listLinks(handle: Handle, projectId: string) {
  const rows = await handle.db
    .selectFrom('projects.trace_link')
    .select(['from_id', 'to_id'])
    .where('project_id', '=', projectId)
    .orderBy('from_id')
    .orderBy('to_id')
    .execute();
  return rows.map((row) => ({ from: row.from_id, to: row.to_id }));
}

async function listComparisons(handle: Handle, projectId: string): Promise<Comparison[]> {
  const rows = await rowsOf(handle, 'projects.comparison', projectId).selectAll().execute();
  return rows.map((row) => ({
    id: row.id,
    measureId: row.measure_id,
    against: row.against as AgainstKind,
    name: row.name,
    otherId: there(row.other_id),
    serviceId: there(row.service_id),
    difference: row.difference,
  }));
}

async function listCompanySteps(handle: Handle, projectId: string): Promise<CompanyStep[]> {
  const rows = await rowsOf(handle, 'projects.company_step', projectId).selectAll().execute();
  return rows.map((row) => ({
    id: row.id,
    measureId: row.measure_id,
    content: row.content,
    hours: there(row.hours),
    companies: there(row.companies),
    test: there(row.test),
  }));
}

async function listAnswers(
  handle: Handle,
  projectId: string,
): Promise<(HorizontalAnswer & { template: string })[]> {
  const rows = await handle.db
    .selectFrom('projects.horizontal_answer')
    .selectAll()
    .where('project_id', '=', projectId)
    .orderBy('criterion')
    .execute();
  return rows.map((row) => ({
    template: row.template,
    criterion: row.criterion,
    yes: there(row.yes),
    direct: there(row.direct),
    indirect: there(row.indirect),
    reason: there(row.reason),
    evidence: there(row.evidence),
    answered: row.yes !== null || row.direct !== null || row.indirect !== null,
  }));
}

async function listFollowUps(handle: Handle, projectId: string): Promise<HorizontalPromise[]> {
  const rows = await handle.db
    .selectFrom('projects.horizontal_promise')
    .selectAll()
    .where('project_id', '=', projectId)
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    criterion: row.criterion,
    text: row.words,
    place: row.place as PromisePlace,
    followedOn: there(row.followed_on),
    followed: there(row.followed),
  }));
}

async function listCriticisms(handle: Handle, projectId: string): Promise<KeptCriticism[]> {
  const rows = await rowsOf(handle, 'projects.criticism', projectId).selectAll().execute();
  return rows.map((row) => ({
    id: row.id,
    check: row.check_code as FunderCheck,
    text: row.words,
    answer: there(row.answer),
    evidence: row.evidence,
    answeredOn: there(row.answered_on),
    source: there(row.source),
  }));
}

async function listCohorts(handle: Handle, projectId: string): Promise<string[]> {
  const rows = await handle.db
    .selectFrom('projects.cohort')
    .select('pilot_id')
    .where('project_id', '=', projectId)
    .orderBy('pilot_id')
    .execute();
  return rows.map((row) => row.pilot_id);
}

async function findReadiness(handle: Handle, projectId: string) {
  const row = await handle.db
    .selectFrom('projects.readiness as r')
    .leftJoin('access.account as a', 'a.id', 'r.called_by')
    .select(['r.called_on', 'a.name'])
    .where('r.project_id', '=', projectId)
    .executeTakeFirst();
  return row && { calledOn: row.called_on, calledBy: there(row.name) };
}

/** Values that people entered, the latest day first; of one day the one entered last comes first. */
export async function listValues(handle: Handle, projectId: string) {
  const rows = await handle.db
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
export async function listCompanyTests(handle: Handle, projectId: string) {
  const rows = await handle.db
    .selectFrom('projects.company_test as t')
    .innerJoin('companies.company as c', 'c.id', 't.company_id')
    .select(['t.company_id', 'c.name', 't.phase', 't.points', 't.tested_on'])
    .where('t.project_id', '=', projectId)
    .orderBy('c.name')
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
export async function listNeighbours(handle: Handle) {
  const projects = await handle.db
    .selectFrom('projects.project')
    .select(['id', 'name', 'starts_on', 'ends_on'])
    .orderBy('name')
    .execute();
  const places = await handle.db
    .selectFrom('projects.place')
    .select(['project_id', 'name', 'code'])
    .where('kind', '=', 'municipality')
    .execute();
  const groups = await handle.db
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
export async function groupsAndArea(handle: Handle, projectId: string) {
  const groups = await handle.db
    .selectFrom('projects.target_group')
    .select('code')
    .where('project_id', '=', projectId)
    .where('code', 'is not', null)
    .execute();
  const reached = await handle.db
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
export async function listUnanswered(handle: Handle) {
  return handle.db
    .selectFrom('projects.criticism as c')
    .innerJoin('projects.project as p', 'p.id', 'c.project_id')
    .select(['p.id as projectId', 'p.name', (by) => by.fn.countAll<number>().as('criticisms')])
    .where('p.state', '=', 'idea')
    .where('c.answer', 'is', null)
    .groupBy(['p.id', 'p.name'])
    .orderBy('criticisms', 'desc')
    .orderBy('p.id')
    .limit(20)
    .execute();
}
