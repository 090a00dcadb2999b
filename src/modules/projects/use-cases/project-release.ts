import type { ViewerContext } from '#access';
import {
  type Draft,
  notMoreThan,
  type Offered,
  type Relation,
  type Release,
  releasesOf,
  sumOf,
} from '#releases';
import { commonParts, commonSums, countedCodes } from '../domain/indicators-esf.ts';

/** The subject of a project's releases. */
export const projectSubject = (projectId: string) => `project:${projectId}`;
export const factKey = (fact: string) => `fact/${fact}`;

export function projectReleases(system: ViewerContext, projectId: string): Promise<Release[]> {
  return releasesOf(system, projectSubject(projectId));
}

/**
 * Counts of a project as they are offered for release: the common indicators with the sums of the regulation, and facts of
 * people that its indicators name. All participants of an only pilot are those who joined it: they are told when the pilot
 * tells them (`joined`), and never otherwise.
 */
export function projectDraft(
  common: ReadonlyMap<string, number>,
  facts: ReadonlyMap<string, number>,
  pilot: { readonly joined: number | undefined } | undefined,
): Draft {
  const loss = (key: string, value: number) => (value + 1) * (key === 'EECO01' ? 100 : 1);
  const offered: Offered[] = [...facts].map(([fact, value]) => ({
    key: factKey(fact),
    value,
    loss: value + 1,
  }));
  const quiet: string[] = [];
  const beside = new Map<string, number | undefined>();
  const relations: Relation[] = [];
  if (common.size > 0) {
    for (const [key, value] of common)
      if (key === 'EECO01' && pilot?.joined !== undefined) beside.set(key, pilot.joined);
      else if ((key === 'EECO01' && pilot) || !(countedCodes as readonly string[]).includes(key))
        quiet.push(key);
      else offered.push({ key, value, loss: loss(key, value) });
    relations.push(
      ...commonSums.map(([total, parts]) => sumOf(total, parts)),
      ...commonParts.map(([part, whole]) => notMoreThan(part, whole)),
    );
  }
  return { offered, quiet, beside, relations };
}
