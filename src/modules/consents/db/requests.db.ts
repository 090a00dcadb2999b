import type { Handle } from '#access';
import { newId } from '#kernel/ids.ts';
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

function requests(handle: Handle) {
  return handle.db
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
export async function requestsOf(handle: Handle, clientId: string): Promise<RequestRow[]> {
  return (await requests(handle).where('r.client_id', '=', clientId).execute()).map(toRequest);
}

export async function findRequest(handle: Handle, id: string): Promise<RequestRow | undefined> {
  const row = await requests(handle).where('r.id', '=', id).executeTakeFirst();
  return row && toRequest(row);
}

export async function addRequest(
  handle: Handle,
  asked: { clientId: string; companyId: string; vacancyId: string | undefined; message: string | undefined },
): Promise<string> {
  const id = newId();
  await handle.db
    .insertInto('consents.request')
    .values({
      id,
      client_id: asked.clientId,
      company_id: asked.companyId,
      vacancy_id: asked.vacancyId ?? null,
      asked_by: handle.viewer.accountId!,
      organisation_id: handle.viewer.organisationId!,
      asked_at: handle.now.toISOString(),
      message: asked.message || null,
    })
    .execute();
  return id;
}

/** Writes the answer, once. */
export async function writeAnswer(handle: Handle, id: string, answer: 'given' | 'refused'): Promise<void> {
  await handle.db
    .updateTable('consents.request')
    .set({ answer, answered_at: handle.now.toISOString() })
    .where('id', '=', id)
    .where('answer', 'is', null)
    .execute();
}
