import type { ViewerContext } from '#access';
import type { Day } from '#kernel/days.ts';
import {
  type Draft,
  differenceOf,
  notMoreThan,
  type Offered,
  type Relation,
  type Release,
  releasesOf,
} from '#releases';
import type { GroupCounts, SupplyAndDemand } from '../domain/supply-demand.ts';

/** Counts of people in the table; the others are of needs. */
export const peopleMeasures = ['available', 'fitting'] as const;
export type PeopleMeasure = (typeof peopleMeasures)[number];

/** What the release of supply and demand tells besides counts of people. */
export interface SupplyDetails {
  /** Counts of needs by place ('' is everywhere) and code, as they were. */
  readonly needs: Readonly<Record<string, Readonly<Record<string, Omit<GroupCounts, PeopleMeasure>>>>>;
  /** In how many needs each lack that was told is the only thing missing, by place, kind and key. */
  readonly lacks: readonly { place: string; kind: LackKind; key: string; needs: number }[];
}
export const lackKinds = ['skills', 'licences'] as const;
export type LackKind = (typeof lackKinds)[number];

/** The subject of the releases about those who share with an organisation. */
export const supplySubject = (organisationId: string) => `supply:${organisationId}`;
export const groupKey = (measure: PeopleMeasure, place: string, code: string) =>
  `${measure}/${place}/${code}`;
export const lackKey = (place: string, kind: LackKind, key: string) => `lack/${place}/${kind}/${key}`;

export function supplyReleases(
  system: ViewerContext,
  organisationId: string,
): Promise<Release<SupplyDetails>[]> {
  return releasesOf<SupplyDetails>(system, supplySubject(organisationId));
}

/**
 * The table of a day as it is offered for release: by place, '' first. A group is counted when there are enough people in
 * the one above it; what is under a hidden one is hidden with it. A group is never larger than the one above, nor than the
 * groups under it together, and nobody few may be left between a place and everywhere.
 */
export function supplyDraft(tables: ReadonlyMap<string, SupplyAndDemand>, limit: number): Draft {
  const offered: Offered[] = [];
  const relations: Relation[] = [];
  const rests: { key: string; all: string; here: string }[] = [];
  // What is told of everywhere is worth more than of a place, and the whole more than a group.
  const offer = (key: string, value: number, place: string, code: string) =>
    offered.push({ key, value, loss: (value + 1) * (place === '' ? 10 : 1) * (code === '' ? 5 : 1) });
  const counted = new Set<string>();
  for (const [place, { here, ...lacks }] of tables) {
    const counts = new Map(here);
    for (const measure of peopleMeasures) {
      const enough = (code: string) => (counts.get(code)?.[measure] ?? 0) >= limit;
      for (const code of ['', ...[...counts.keys()].filter((each) => each !== '').sort()]) {
        if (code !== '' && !enough(code.slice(0, -1))) continue;
        const key = groupKey(measure, place, code);
        counted.add(key);
        offer(key, counts.get(code)?.[measure] ?? 0, place, code);
        if (code !== '') relations.push(notMoreThan(key, groupKey(measure, place, code.slice(0, -1))));
        const everywhere = groupKey(measure, '', code);
        if (place !== '' && counted.has(everywhere)) {
          relations.push(notMoreThan(key, everywhere));
          rests.push({ key: `rest of ${key}`, all: everywhere, here: key });
        }
      }
      for (const code of counts.keys()) {
        const under = [...counts.keys()].filter((each) => each !== '' && each.slice(0, -1) === code);
        // A need or a person without a finer group stands in the wider one alone.
        const sum = under.reduce((all, each) => all + counts.get(each)![measure], 0);
        if (!enough(code) || sum < counts.get(code)![measure]) continue;
        relations.push({
          terms: [
            [groupKey(measure, place, code), 1],
            ...under.map((each) => [groupKey(measure, place, each), -1] as const),
          ],
          is: 'at-most',
        });
      }
    }
    for (const kind of lackKinds)
      for (const { key: of, people } of lacks[kind]) {
        if (people < limit) continue;
        const key = lackKey(place, kind, of);
        counted.add(key);
        offer(key, people, place, of);
        const everywhere = lackKey('', kind, of);
        if (place !== '' && counted.has(everywhere)) relations.push(notMoreThan(key, everywhere));
      }
  }
  return {
    offered,
    relations,
    secrets: rests.map(({ key, all, here }) => differenceOf(key, all, here)),
  };
}

/** What a release tells of a count of people; hidden when it is not in it. */
export function toldIn(release: Release, key: string) {
  const value = release.counts.get(key);
  return value === undefined ? ({ kind: 'hidden' } as const) : ({ kind: 'number', value } as const);
}

/** The first of the month of a day. */
export const turnOf = (day: Day): Day => `${day.slice(0, 7)}-01`;
