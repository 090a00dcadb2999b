import type { Handle } from '#access';
import { findMunicipality, findMunicipalityByName, municipalitiesOn, regions, subRegions } from '#areas';
import type { Day } from '#kernel/days.ts';
import type { Finding } from '#kernel/findings.ts';
import { groupOf } from '#kernel/target-groups.ts';
import { circumstancesOf } from './circumstances.ts';
import { writePlan } from './db/plan-write.db.ts';
import { listDrafts, setFindings, setReach } from './db/projects.db.ts';
import type { ProjectDraft, ProjectState } from './domain/draft.ts';
import { findingsOf } from './domain/findings.ts';
import type { Plan } from './domain/plan.ts';

/**
 * Keeps a plan: its rows, the municipalities that it reaches, and how many findings it has. The one way by which a plan
 * changes; the caller holds the project's lock.
 * @param drafts the documents when the caller has them, the latest first
 */
export async function savePlan(
  handle: Handle,
  project: { readonly projectId: string; readonly state: ProjectState },
  plan: Plan,
  drafts?: readonly ProjectDraft[],
): Promise<Finding[]> {
  const coded = withCodes(plan);
  await writePlan(handle, project.projectId, coded);
  await setReach(handle, project.projectId, reachOf(coded, handle.today));
  const findings = findingsOf(
    coded,
    drafts ?? (await listDrafts(handle, project.projectId)),
    circumstancesOf(handle, project.state),
  );
  await setFindings(handle, project.projectId, findings.length);
  return findings;
}

/** Municipalities get their codes and target groups theirs, where words tell them; what a person chose stays. */
export function withCodes(plan: Plan): Plan {
  return {
    ...plan,
    places: plan.places.map((one) =>
      one.kind === 'municipality' && one.code === undefined
        ? { ...one, code: findMunicipalityByName(one.name)?.code }
        : one,
    ),
    targetGroups: plan.targetGroups.map((one) =>
      one.code === undefined ? { ...one, code: groupOf(one.words) } : one,
    ),
  };
}

/** Codes of the municipalities of today that the plan reaches: its own list, else its sub-regions, else its regions. */
export function reachOf(plan: Plan, today: Day): string[] {
  const all = municipalitiesOn(today);
  if (plan.identity.nationwide === true) return all.map((one) => one.code);
  const listed = plan.places
    .filter((one) => one.kind === 'municipality')
    .flatMap((one) => (one.code === undefined ? [] : asOf(one.code, today)));
  if (listed.length > 0) return [...new Set(listed)];
  const codesOf = (kind: 'sub-region' | 'region', divisions: typeof regions) => {
    const names = plan.places.filter((one) => one.kind === kind).map((one) => stem(one.name));
    return [...divisions.values()]
      .filter((one) => {
        // A document names it in the genitive: 'Joensuun', 'Mikkelin seutu'.
        const own = stem(one.name.fi ?? '');
        return names.some((name) => name === own || name === `${own}n`);
      })
      .map((one) => one.code);
  };
  const sub = codesOf('sub-region', subRegions);
  if (sub.length > 0) return all.filter((one) => sub.includes(one.subRegionCode)).map((one) => one.code);
  const whole = codesOf('region', regions);
  return all.filter((one) => whole.includes(one.regionCode)).map((one) => one.code);
}

/** The municipality itself, or the one that it has become by the day. */
function asOf(code: string, today: Day): string[] {
  const one = findMunicipality(code);
  if (!one) return [];
  return one.validTo !== undefined && one.validTo < today && one.successor !== undefined
    ? asOf(one.successor, today)
    : [code];
}

/** 'Mikkelin seutu', 'Mikkelin seutukunta' and 'mikkelin' are one. */
const stem = (name: string) =>
  name
    .toLowerCase()
    .replace(/\s+(seutu|seutukunta|seudun)$/, '')
    .trim();
