import type { ViewerContext } from '#access';
import { findMunicipality, findMunicipalityByName, municipalitiesOn, regions, subRegions } from '#areas';
import type { Day } from '#kernel/days.ts';
import type { Finding } from '#kernel/findings.ts';
import { groupOf } from '#kernel/target-groups.ts';
import { circumstancesOf } from './check-context.ts';
import { readPlan, writePlan } from './db/plan.db.ts';
import { findProject, listDrafts, setFigures, setReach } from './db/projects.db.ts';
import type { ProjectDraft, ProjectState } from './domain/draft.ts';
import { findingsOf } from './domain/findings.ts';
import type { Plan } from './domain/plan.ts';
import { usedOf } from './used.ts';

/**
 * Keeps a plan: its rows, the municipalities that it reaches, and how many findings it has. The one way by which a plan
 * changes; the caller holds the project's lock.
 * @param drafts the documents when the caller has them, the latest first
 */
export async function savePlan(
  context: ViewerContext,
  project: { readonly projectId: string; readonly state: ProjectState },
  plan: Plan,
  drafts?: readonly ProjectDraft[],
): Promise<Finding[]> {
  const coded = withCodes(plan);
  await writePlan(context, project.projectId, coded);
  await setReach(context, project.projectId, reachOf(coded, context.today));
  return keepFigures(context, project, coded, drafts);
}

/** Keeps what the portfolio shows of a project: how many findings it has, and what counts as used. */
export async function keepFigures(
  context: ViewerContext,
  { projectId, state }: { readonly projectId: string; readonly state: ProjectState },
  plan: Plan,
  drafts?: readonly ProjectDraft[],
): Promise<Finding[]> {
  const { costs, used } = await usedOf(context, projectId, plan);
  const findings = findingsOf(
    plan,
    drafts ?? (await listDrafts(context, projectId)),
    circumstancesOf(context, state),
    costs,
  );
  await setFigures(context, projectId, { findings: findings.length, used: used ?? null });
  return findings;
}

/** Counts anew what the portfolio shows of a project whose costs were written beside its plan. */
export async function recountProject(context: ViewerContext, projectId: string): Promise<void> {
  const project = await findProject(context, projectId);
  const plan = project && (await readPlan(context, projectId));
  if (project && plan) await keepFigures(context, project, plan);
}

/** Municipalities get their codes and target groups theirs, where words tell them; what a person chose stays. */
export function withCodes(plan: Plan): Plan {
  return {
    ...plan,
    places: plan.places.map((place) =>
      place.kind === 'municipality' && place.code === undefined
        ? { ...place, code: findMunicipalityByName(place.name)?.code }
        : place,
    ),
    targetGroups: plan.targetGroups.map((group) =>
      group.code === undefined ? { ...group, code: groupOf(group.words) } : group,
    ),
  };
}

/** Codes of the municipalities of today that the plan reaches: its own list, else its sub-regions, else its regions. */
export function reachOf(plan: Plan, today: Day): string[] {
  const all = municipalitiesOn(today);
  if (plan.identity.nationwide === true) return all.map((municipality) => municipality.code);
  const listed = plan.places
    .filter((place) => place.kind === 'municipality')
    .flatMap((place) => (place.code === undefined ? [] : asOf(place.code, today)));
  if (listed.length > 0) return [...new Set(listed)];
  const codesOf = (kind: 'sub-region' | 'region', divisions: typeof regions) => {
    const names = plan.places.filter((place) => place.kind === kind).map((place) => stem(place.name));
    return [...divisions.values()]
      .filter((division) => {
        // A document names it in the genitive: 'Joensuun', 'Mikkelin seutu'.
        const own = stem(division.name.fi ?? '');
        return names.some((name) => name === own || name === `${own}n`);
      })
      .map((division) => division.code);
  };
  const sub = codesOf('sub-region', subRegions);
  if (sub.length > 0)
    return all
      .filter((municipality) => sub.includes(municipality.subRegionCode))
      .map((municipality) => municipality.code);
  const whole = codesOf('region', regions);
  return all
    .filter((municipality) => whole.includes(municipality.regionCode))
    .map((municipality) => municipality.code);
}

/** The municipality itself, or the one that it has become by the day. */
function asOf(code: string, today: Day): string[] {
  const row = findMunicipality(code);
  if (!row) return [];
  return row.validTo !== undefined && row.validTo < today && row.successor !== undefined
    ? asOf(row.successor, today)
    : [code];
}

/** 'Mikkelin seutu', 'Mikkelin seutukunta' and 'mikkelin' are one. */
const stem = (name: string) =>
  name
    .toLowerCase()
    .replace(/\s+(seutu|seutukunta|seudun)$/, '')
    .trim();
