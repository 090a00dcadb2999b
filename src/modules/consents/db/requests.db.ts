import type { ViewerContext } from '#access';
import { addRow } from '#db/table-rows.ts';
import type { LocalisedText } from '#kernel/localised.ts';

/** A business adviser's question: may this employer be told of you? */
export interface RequestRow {
  id: string;
  clientId: string;
  companyId: string;
  companyName: string;
  vacancyId: string | null;
  askedBy: string;
  organisationId: string;
  organisationNames: LocalisedText;
  askedAt: string;
  message: string | null;
  answer: 'given' | 'refused' | null;
  answeredAt: string | null;
}

function requests(context: ViewerContext) {
  return context.db
    .selectFrom('consents.request as r')
    .innerJoin('companies.company as c', 'c.id', 'r.company_id')
    .innerJoin('networks.organisation as o', 'o.id', 'r.organisation_id')
    .selectAll('r')
    .select(['c.name as company_name', 'o.names as organisation_names'])
    .orderBy('r.asked_at', 'desc');
}

type Row = Awaited<ReturnType<ReturnType<typeof requests>['execute']>>[number];
const toRequest = (row: Row): RequestRow => ({
  id: row.id,
  clientId: row.client_id,
  companyId: row.company_id,
  companyName: row.company_name,
  vacancyId: row.vacancy_id,
  askedBy: row.asked_by,
  organisationId: row.organisation_id,
  organisationNames: row.organisation_names as LocalisedText,
  askedAt: row.asked_at,
  message: row.message,
  answer: row.answer as RequestRow['answer'],
  answeredAt: row.answered_at,
});

/** Questions put to a person that the viewer may know of, newest first. */
export async function requestsOf(context: ViewerContext, clientId: string): Promise<RequestRow[]> {
  return (await requests(context).where('r.client_id', '=', clientId).execute()).map(toRequest);
}

export async function findRequest(context: ViewerContext, id: string): Promise<RequestRow | undefined> {
  const row = await requests(context).where('r.id', '=', id).executeTakeFirst();
  return row && toRequest(row);
}

export async function addRequest(
  context: ViewerContext,
  asked: { clientId: string; companyId: string; vacancyId: string | undefined; message: string | undefined },
): Promise<string> {
  return addRow(context.db, 'consents.request', {
    client_id: asked.clientId,
    company_id: asked.companyId,
    vacancy_id: asked.vacancyId ?? null,
    asked_by: context.viewer.accountId!,
    organisation_id: context.viewer.organisationId!,
    asked_at: context.now.toISOString(),
    message: asked.message || null,
  });
}

/** Writes the answer, once. */
export async function writeAnswer(
  context: ViewerContext,
  id: string,
  answer: 'given' | 'refused',
): Promise<void> {
  await context.db
    .updateTable('consents.request')
    .set({ answer, answered_at: context.now.toISOString() })
    .where('id', '=', id)
    .where('answer', 'is', null)
    .execute();
}
