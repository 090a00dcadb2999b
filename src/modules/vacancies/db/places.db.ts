import type { ViewerContext } from '#access';
import { addRow } from '#db/table-rows.ts';
import type { Day } from '#kernel/days.ts';
import { isLive } from '../domain/states.ts';
import { findVacancy, insertStep, stepsOf, updateVacancy } from './vacancies.db.ts';

/** For introductions, as the house: a place of a need has been filled from a day on. Once an introduction. */
export async function fillPlace(
  system: ViewerContext,
  of: { vacancyId: string; introductionId: string; filledOn: Day },
): Promise<void> {
  const row = await system.db
    .selectFrom('vacancies.filled_place')
    .select('id')
    .where('introduction_id', '=', of.introductionId)
    .where('undone_at', 'is', null)
    .executeTakeFirst();
  if (row !== undefined) return;
  await addRow(system.db, 'vacancies.filled_place', {
    vacancy_id: of.vacancyId,
    introduction_id: of.introductionId,
    filled_on: of.filledOn,
    noted_at: system.now.toISOString(),
  });
}

/**
 * The hire was taken back: the place is free again, and a need that had been closed because it was full is open as it was
 * before, with a step in its history.
 */
export async function freePlace(
  system: ViewerContext,
  of: { vacancyId: string; introductionId: string },
): Promise<void> {
  const { numUpdatedRows } = await system.db
    .updateTable('vacancies.filled_place')
    .set({ undone_at: system.now.toISOString() })
    .where('introduction_id', '=', of.introductionId)
    .where('undone_at', 'is', null)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) return;
  const vacancy = await findVacancy(system, of.vacancyId);
  if (vacancy?.state !== 'filled') return;
  const before = (await stepsOf(system, of.vacancyId)).map(({ state }) => state).findLast(isLive);
  const state = (before ?? 'confirmed') as typeof vacancy.state;
  await updateVacancy(system, of.vacancyId, { state });
  await insertStep(system, of.vacancyId, state);
}

/** How many places of needs have been filled, by need; none is absent. */
export async function filledPlaces(
  context: ViewerContext,
  vacancyIds: readonly string[],
): Promise<Map<string, number>> {
  if (vacancyIds.length === 0) return new Map();
  const rows = await context.db
    .selectFrom('vacancies.filled_place')
    .select(['vacancy_id', (by) => by.fn.countAll<number>().as('count')])
    .where('vacancy_id', 'in', [...vacancyIds])
    .where('undone_at', 'is', null)
    .groupBy('vacancy_id')
    .execute();
  return new Map(rows.map((row) => [row.vacancy_id, Number(row.count)]));
}
