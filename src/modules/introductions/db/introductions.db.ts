import type { ViewerContext } from '#access';
import { addRow, addRows } from '#db/table-rows.ts';
import type { Day } from '#kernel/days.ts';
import { newId } from '#kernel/ids.ts';
import type { IntroductionState, Reason } from '../domain/introduction.ts';

/** An introduction as it is kept. Row-level security shows it to a receiver only while the person shares something. */
export interface Introduction {
  introductionId: string;
  clientId: string;
  vacancyId: string;
  companyId: string;
  introducedBy: string;
  organisationId: string;
  introducedOn: Day;
  message?: string;
  state: IntroductionState;
  /** Instant of the last move. */
  stateSince: string;
  reason?: Reason;
  answerNote?: string;
  interviewOn?: Day;
  hiredOn?: Day;
}

const all = (context: ViewerContext) => context.db.selectFrom('introductions.introduction').selectAll();
type Row = Awaited<ReturnType<ReturnType<typeof all>['execute']>>[number];

function introduction(row: Row): Introduction {
  return {
    introductionId: row.id,
    clientId: row.client_id,
    vacancyId: row.vacancy_id,
    companyId: row.company_id,
    introducedBy: row.introduced_by,
    organisationId: row.organisation_id,
    introducedOn: row.introduced_on,
    ...(row.message === null ? {} : { message: row.message }),
    state: row.state as IntroductionState,
    stateSince: row.state_since,
    ...(row.reason === null ? {} : { reason: row.reason as Reason }),
    ...(row.answer_note === null ? {} : { answerNote: row.answer_note }),
    ...(row.interview_on === null ? {} : { interviewOn: row.interview_on }),
    ...(row.hired_on === null ? {} : { hiredOn: row.hired_on }),
  };
}

type Whose = { clientId: string } | { companyId: string } | { organisationId: string } | 'own-clients';

/** Row-level security shows an adviser the own clients alone, so that those need no condition. */
function narrowed(context: ViewerContext, of: Whose) {
  if (of === 'own-clients') return all(context);
  if ('clientId' in of) return all(context).where('client_id', '=', of.clientId);
  if ('companyId' in of) return all(context).where('company_id', '=', of.companyId);
  return all(context).where('organisation_id', '=', of.organisationId);
}

/**
 * What the viewer may see, the open ones first and the oldest of them on top. As pages: the newest first, in an order
 * that nothing changes.
 */
export async function listIntroductions(
  context: ViewerContext,
  of: Whose,
  page?: { before?: string | undefined; limit: number },
): Promise<Introduction[]> {
  const found = narrowed(context, of);
  if (page) {
    const { before } = page;
    const paged = before === undefined ? found : found.where('id', '<', before);
    return (await paged.orderBy('id', 'desc').limit(page.limit).execute()).map(introduction);
  }
  const rows = await found
    .orderBy((by) => by.case().when('state', 'in', ['waiting', 'interview']).then(0).else(1).end())
    .orderBy((by) =>
      by.case().when('state', 'in', ['waiting', 'interview']).then(by.ref('introduced_at')).end(),
    )
    .orderBy('state_since', 'desc')
    .execute();
  return rows.map(introduction);
}

/** One introduction, if the viewer may see it. */
export async function findIntroduction(
  context: ViewerContext,
  introductionId: string,
): Promise<Introduction | undefined> {
  const row = await all(context).where('id', '=', introductionId).executeTakeFirst();
  return row && introduction(row);
}

/** Is the person already introduced to this need? Asked with the house's eyes. */
export async function isIntroduced(
  context: ViewerContext,
  clientId: string,
  vacancyId: string,
): Promise<boolean> {
  const row = await all(context)
    .where('client_id', '=', clientId)
    .where('vacancy_id', '=', vacancyId)
    .executeTakeFirst();
  return row !== undefined;
}

/** Adds an introduction that waits for the employer, with its first step. */
export async function addIntroduction(
  context: ViewerContext,
  draft: {
    clientId: string;
    vacancyId: string;
    companyId: string;
    consentId: string;
    organisationId: string;
    message?: string | undefined;
  },
): Promise<string> {
  const id = newId();
  await addRows(context.db, 'introductions.introduction', {
    id,
    client_id: draft.clientId,
    vacancy_id: draft.vacancyId,
    company_id: draft.companyId,
    consent_id: draft.consentId,
    introduced_by: context.viewer.accountId!,
    organisation_id: draft.organisationId,
    introduced_at: context.now.toISOString(),
    introduced_on: context.today,
    message: draft.message ?? null,
    state: 'waiting',
    state_since: context.now.toISOString(),
  });
  await addStep(context, { introductionId: id, clientId: draft.clientId, state: 'waiting' });
  return id;
}

/** Moves an introduction on from the state in which it was read; false when somebody was quicker. */
export async function moveIntroduction(
  context: ViewerContext,
  from: Introduction,
  to: {
    state: IntroductionState;
    reason?: Reason | undefined;
    note?: string | undefined;
    interviewOn?: Day | undefined;
    /** Null takes the day away: the hire came to nothing. */
    hiredOn?: Day | null | undefined;
  },
  by = context.viewer.accountId,
): Promise<boolean> {
  const { numUpdatedRows } = await context.db
    .updateTable('introductions.introduction')
    .set({
      state: to.state,
      state_since: context.now.toISOString(),
      reason: to.reason ?? null,
      ...(to.note === undefined ? {} : { answer_note: to.note }),
      ...(to.interviewOn === undefined ? {} : { interview_on: to.interviewOn }),
      ...(to.hiredOn === undefined ? {} : { hired_on: to.hiredOn }),
    })
    .where('id', '=', from.introductionId)
    .where('state', '=', from.state)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) return false;
  await addStep(context, {
    introductionId: from.introductionId,
    clientId: from.clientId,
    state: to.state,
    reason: to.reason,
    note: to.note,
    by,
  });
  return true;
}

async function addStep(
  context: ViewerContext,
  step: {
    introductionId: string;
    clientId: string;
    state: string;
    reason?: string | undefined;
    note?: string | undefined;
    by?: string | undefined;
  },
): Promise<void> {
  await addRow(context.db, 'introductions.step', {
    introduction_id: step.introductionId,
    client_id: step.clientId,
    at: context.now.toISOString(),
    account_id: step.by ?? context.viewer.accountId ?? null,
    state: step.state,
    reason: step.reason ?? null,
    note: step.note ?? null,
  });
}

/** What became of an introduction, step by step. */
export async function stepsOf(context: ViewerContext, introductionId: string) {
  return context.db
    .selectFrom('introductions.step')
    .select(['at', 'state', 'reason', 'note'])
    .where('introduction_id', '=', introductionId)
    .orderBy('at')
    .execute();
}

/** Introductions that wait for an employer, with the reminders already sent; for background work. */
export async function waitingIntroductions(
  context: ViewerContext,
): Promise<(Introduction & { consentId: string; taken: number[] })[]> {
  const rows = await context.db
    .selectFrom('introductions.introduction as i')
    .selectAll('i')
    .select((by) =>
      by
        .selectFrom('introductions.reminder as r')
        .whereRef('r.introduction_id', '=', 'i.id')
        .select((inner) => inner.fn<number[] | null>('array_agg', ['r.working_day']).as('taken'))
        .as('taken'),
    )
    .where('i.state', 'in', ['waiting', 'interview'])
    .execute();
  return rows.map((row) => ({ ...introduction(row), consentId: row.consent_id, taken: row.taken ?? [] }));
}

/** A person's introductions that still wait for somebody. Ask as the house. */
export async function openIntroductions(system: ViewerContext, clientId: string): Promise<Introduction[]> {
  const rows = await all(system)
    .where('client_id', '=', clientId)
    .where('state', 'in', ['waiting', 'interview'])
    .execute();
  return rows.map(introduction);
}

/** A person's introductions that ended because a consent was withdrawn at this instant. Ask as the house. */
export async function endedWithConsent(
  system: ViewerContext,
  clientId: string,
  at: string,
): Promise<Introduction[]> {
  const rows = await all(system)
    .where('client_id', '=', clientId)
    .where('state', '=', 'withdrawn')
    .where('reason', '=', 'consent-withdrawn')
    .where('state_since', '=', at)
    .execute();
  return rows.map(introduction);
}

/** Notes that a step of reminding has been taken; false when it had been before. */
export async function takeReminder(
  context: ViewerContext,
  introductionId: string,
  workingDay: number,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await context.db
    .insertInto('introductions.reminder')
    .values({ introduction_id: introductionId, working_day: workingDay, sent_on: context.today })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/** How many times each person has been introduced; those never introduced are absent. For the house's own work. */
export async function introductionCounts(context: ViewerContext): Promise<Map<string, number>> {
  const rows = await context.db
    .selectFrom('introductions.introduction')
    .select(['client_id', (by) => by.fn.countAll<number>().as('count')])
    .groupBy('client_id')
    .execute();
  return new Map(rows.map((row) => [row.client_id, row.count]));
}
