import type { ViewerContext } from '#access';
import type { Day } from '#kernel/days.ts';
import { newId } from '#kernel/ids.ts';
import type { requestAnswers, requestKinds } from '../domain/codes.ts';

export type RequestKind = (typeof requestKinds)[number];
export type RequestAnswer = (typeof requestAnswers)[number];

/** What a person has asked of the own data, and how it was answered. */
export interface DataRequest {
  id: string;
  clientId: string;
  kind: RequestKind;
  about: string;
  wish: string;
  askedAt: string;
  dueOn: Day;
  longerWhy: string | null;
  answer: RequestAnswer | null;
  answerNote: string | null;
  answeredAt: string | null;
}

/** Every request that row-level security shows, newest first. */
export async function dataRequests(
  context: ViewerContext,
  only: { readonly id?: string } = {},
): Promise<DataRequest[]> {
  let query = context.db
    .selectFrom('privacy.request')
    .select([
      'id',
      'client_id as clientId',
      'kind',
      'about',
      'wish',
      'asked_at as askedAt',
      'due_on as dueOn',
      'longer_why as longerWhy',
      'answer',
      'answer_note as answerNote',
      'answered_at as answeredAt',
    ]);
  if (only.id !== undefined) query = query.where('id', '=', only.id);
  return (await query.orderBy('asked_at', 'desc').orderBy('id').execute()) as DataRequest[];
}

/** Keeps a request; returns its id. */
export async function addRequest(
  context: ViewerContext,
  request: Pick<DataRequest, 'clientId' | 'kind' | 'about' | 'wish' | 'dueOn'>,
): Promise<string> {
  const id = newId();
  await context.db
    .insertInto('privacy.request')
    .values({
      id,
      client_id: request.clientId,
      kind: request.kind,
      about: request.about,
      wish: request.wish,
      asked_at: context.now.toISOString(),
      due_on: request.dueOn,
    })
    .execute();
  return id;
}

/** Answers a request that waits; false when it is answered already. */
export async function answerRequest(
  context: ViewerContext,
  id: string,
  answer: { readonly answer: RequestAnswer; readonly note: string | undefined },
): Promise<boolean> {
  const { numUpdatedRows } = await context.db
    .updateTable('privacy.request')
    .set({
      answer: answer.answer,
      answer_note: answer.note ?? null,
      answered_at: context.now.toISOString(),
      answered_by: context.viewer.accountId!,
    })
    .where('id', '=', id)
    .where('answer', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Moves the last day of a request that waits. */
export async function lengthenRequest(
  context: ViewerContext,
  id: string,
  dueOn: Day,
  why: string,
): Promise<void> {
  await context.db
    .updateTable('privacy.request')
    .set({ due_on: dueOn, longer_why: why })
    .where('id', '=', id)
    .where('answer', 'is', null)
    .execute();
}
