import type { ViewerContext } from '#access';
import { addRows } from '#db/table-rows.ts';
import type { Day } from '#kernel/days.ts';
import { newId } from '#kernel/ids.ts';
import type { Relation } from '../domain/system.ts';

/** A table as it went out. Keys of counts are the subject's own; a count without a number was not told. */
export interface Release<Details = unknown> {
  /** The first day that is no longer in it: the release of this day. */
  readonly day: Day;
  readonly counts: ReadonlyMap<string, number | undefined>;
  readonly relations: readonly Relation[];
  readonly details: Details;
}

/** The releases of a subject, the first one first. As the house: what they tell is published, who reads is the caller's. */
export async function releasesOf<Details>(
  system: ViewerContext,
  subject: string,
): Promise<Release<Details>[]> {
  const releases = await system.db
    .selectFrom('releases.release')
    .select(['id', 'day', 'relations', 'details'])
    .where('subject', '=', subject)
    .orderBy('day')
    .execute();
  if (releases.length === 0) return [];
  const rows = await system.db
    .selectFrom('releases.told')
    .select(['release_id', 'key', 'told'])
    .where(
      'release_id',
      'in',
      releases.map(({ id }) => id),
    )
    .orderBy('key')
    .execute();
  const byRelease = Map.groupBy(rows, (row) => row.release_id);
  return releases.map(({ id, day, relations, details }) => ({
    day,
    counts: new Map((byRelease.get(id) ?? []).map(({ key, told }) => [key, told ?? undefined])),
    relations: relations as readonly Relation[],
    details: details as Details,
  }));
}

/** Every subject that has a release. */
export async function releasedSubjects(system: ViewerContext): Promise<string[]> {
  const rows = await system.db
    .selectFrom('releases.release')
    .select('subject')
    .distinct()
    .orderBy('subject')
    .execute();
  return rows.map(({ subject }) => subject);
}

/** Keeps a release; it can never be changed again. */
export async function addRelease(system: ViewerContext, subject: string, release: Release): Promise<void> {
  const id = newId();
  await addRows(system.db, 'releases.release', {
    id,
    subject,
    day: release.day,
    made_at: system.now.toISOString(),
    relations: JSON.stringify(release.relations),
    details: JSON.stringify(release.details),
  });
  const rows = [...release.counts].map(([key, told]) => ({ release_id: id, key, told: told ?? null }));
  for (let from = 0; from < rows.length; from += 1_000)
    await addRows(system.db, 'releases.told', rows.slice(from, from + 1_000));
}
