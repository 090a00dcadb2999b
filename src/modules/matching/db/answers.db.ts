import type { ViewerContext } from '#access';

/** What a person has said of a job. */
export interface PersonAnswer {
  clientId: string;
  vacancyId: string;
  answer: 'interested' | 'not-for-me';
  reason?: string;
  note?: string;
  answeredAt: string;
}

/** What people have said of jobs, as far as it is open to the viewer. */
export async function answersOf(
  context: ViewerContext,
  of: { clientIds?: readonly string[]; vacancyIds?: readonly string[] },
): Promise<PersonAnswer[]> {
  let query = context.db.selectFrom('matching.person_answer').selectAll();
  if (of.clientIds)
    query = query.where('client_id', 'in', of.clientIds.length > 0 ? [...of.clientIds] : [nobody]);
  if (of.vacancyIds)
    query = query.where('vacancy_id', 'in', of.vacancyIds.length > 0 ? [...of.vacancyIds] : [nobody]);
  const rows = await query.execute();
  return rows.map((row) => ({
    clientId: row.client_id,
    vacancyId: row.vacancy_id,
    answer: row.answer as PersonAnswer['answer'],
    ...(row.reason ? { reason: row.reason } : {}),
    ...(row.note ? { note: row.note } : {}),
    answeredAt: row.answered_at,
  }));
}

const nobody = '00000000-0000-0000-0000-000000000000';

/** Keeps the latest answer of a person to a job. */
export async function writeAnswer(
  context: ViewerContext,
  answer: {
    clientId: string;
    vacancyId: string;
    answer: string;
    reason?: string | undefined;
    note?: string | undefined;
  },
): Promise<void> {
  const kept = {
    answer: answer.answer,
    reason: answer.reason ?? null,
    note: answer.note ?? null,
    answered_at: context.now.toISOString(),
  };
  await context.db
    .insertInto('matching.person_answer')
    .values({ client_id: answer.clientId, vacancy_id: answer.vacancyId, ...kept })
    .onConflict((conflict) => conflict.columns(['client_id', 'vacancy_id']).doUpdateSet(kept))
    .execute();
}
