import { sql } from 'kysely';
import type { ViewerContext } from '#access';
import { addRow } from '#db/table-rows.ts';
import type { Day } from '#kernel/days.ts';
import type { OutcomeKind, OutcomeSource } from '../domain/kinds.ts';

export interface OutcomeDraft {
  clientId: string;
  kind: OutcomeKind;
  happenedOn: Day;
  source: OutcomeSource;
  companyId?: string | undefined;
  vacancyId?: string | undefined;
  introductionId?: string | undefined;
  note?: string | undefined;
}

/** What has come of a path, newest first. */
export async function outcomesOf(context: ViewerContext, clientId: string) {
  const { rows } = await sql<{
    id: string;
    kind: string;
    happened_on: string;
    source: string;
    note: string | null;
    company: string | null;
    introduction_id: string | null;
  }>`
    select o.id, o.kind, o.happened_on, o.source, o.note, o.introduction_id, c.name as company
      from clients.outcome o left join companies.company c on c.id = o.company_id
     where o.client_id = ${clientId} and o.undone_at is null order by o.happened_on desc, o.id desc`.execute(
    context.db,
  );
  return rows.map((row) => ({
    outcomeId: row.id,
    kind: row.kind as OutcomeKind,
    happenedOn: row.happened_on,
    source: row.source as OutcomeSource,
    ...(row.introduction_id === null ? {} : { introductionId: row.introduction_id }),
    ...(row.note === null ? {} : { note: row.note }),
    ...(row.company === null ? {} : { companyName: row.company }),
  }));
}

/** Is the same thing recorded already: the same introduction, or the same kind on the same day? */
export async function outcomeExists(context: ViewerContext, draft: OutcomeDraft): Promise<boolean> {
  const row = await context.db
    .selectFrom('clients.outcome')
    .select('id')
    .where('client_id', '=', draft.clientId)
    .where('undone_at', 'is', null)
    .where((is) =>
      is.or([
        is.and([is('kind', '=', draft.kind), is('happened_on', '=', draft.happenedOn)]),
        ...(draft.introductionId === undefined ? [] : [is('introduction_id', '=', draft.introductionId)]),
      ]),
    )
    .executeTakeFirst();
  return row !== undefined;
}

/** Adds an outcome and gives its id. */
export async function insertOutcome(context: ViewerContext, draft: OutcomeDraft): Promise<string> {
  return addRow(context.db, 'clients.outcome', {
    client_id: draft.clientId,
    kind: draft.kind,
    happened_on: draft.happenedOn,
    source: draft.source,
    company_id: draft.companyId ?? null,
    vacancy_id: draft.vacancyId ?? null,
    introduction_id: draft.introductionId ?? null,
    note: draft.note ?? null,
    recorded_by: context.viewer.accountId ?? null,
    recorded_at: context.now.toISOString(),
  });
}

/** One outcome that stands. */
export async function findOutcome(context: ViewerContext, clientId: string, outcomeId: string) {
  const row = await context.db
    .selectFrom('clients.outcome')
    .select(['kind', 'introduction_id'])
    .where('id', '=', outcomeId)
    .where('client_id', '=', clientId)
    .where('undone_at', 'is', null)
    .executeTakeFirst();
  return (
    row && {
      kind: row.kind as OutcomeKind,
      ...(row.introduction_id === null ? {} : { introductionId: row.introduction_id }),
    }
  );
}

/** Marks an outcome taken back; it stays as it was recorded. Kept by the house alone. */
export async function markOutcomeUndone(
  system: ViewerContext,
  outcomeId: string,
  by: string | undefined,
): Promise<void> {
  await system.db
    .updateTable('clients.outcome')
    .set({ undone_at: system.now.toISOString(), undone_by: by ?? null })
    .where('id', '=', outcomeId)
    .execute();
}

/** The latest outcome by which a search that began on a day may end, of these kinds. */
export async function latestEndingOutcome(
  context: ViewerContext,
  clientId: string,
  since: Day,
  kinds: readonly OutcomeKind[],
) {
  const row = await context.db
    .selectFrom('clients.outcome')
    .select(['id', 'kind', 'happened_on'])
    .where('client_id', '=', clientId)
    .where('undone_at', 'is', null)
    .where('kind', 'in', [...kinds])
    .where('happened_on', '>=', since)
    .orderBy('happened_on', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst();
  return row && { outcomeId: row.id, kind: row.kind as OutcomeKind, happenedOn: row.happened_on };
}

/** The outcome of an introduction that stands. */
export async function outcomeOfIntroduction(context: ViewerContext, introductionId: string) {
  const row = await context.db
    .selectFrom('clients.outcome')
    .select(['id', 'client_id', 'kind'])
    .where('introduction_id', '=', introductionId)
    .where('undone_at', 'is', null)
    .executeTakeFirst();
  return row && { outcomeId: row.id, clientId: row.client_id, kind: row.kind };
}
