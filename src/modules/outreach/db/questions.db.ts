import type { ViewerContext } from '#access';
import { addRow } from '#db/table-rows.ts';
import type { Day } from '#kernel/days.ts';
import type { Language, LocalisedText } from '#kernel/localised.ts';
import type { Topic } from '../domain/codes.ts';

export interface Question {
  questionId: string;
  topic: Topic;
  language: Language;
  text: string;
  askedAt: string;
  askedOn: Day;
  /** Absent for a visitor, who finds the answer by a link. */
  askerId?: string;
  ownerId?: string;
  dueOn: Day;
  ruleId: string;
  state: 'open' | 'answered' | 'closed';
  answer?: string;
  answeredBy?: string;
  answeredOn?: Day;
  closedWhy?: string;
}

const all = (context: ViewerContext) => context.db.selectFrom('outreach.question').selectAll();
type Row = Awaited<ReturnType<ReturnType<typeof all>['execute']>>[number];

const question = (row: Row): Question => ({
  questionId: row.id,
  topic: row.topic as Topic,
  language: row.language as Language,
  text: row.text,
  askedAt: row.asked_at,
  askedOn: row.asked_on,
  dueOn: row.due_on,
  ruleId: row.rule_id,
  state: row.state as Question['state'],
  ...(row.asker_id === null ? {} : { askerId: row.asker_id }),
  ...(row.owner_id === null ? {} : { ownerId: row.owner_id }),
  ...(row.answer === null ? {} : { answer: row.answer }),
  ...(row.answered_by === null ? {} : { answeredBy: row.answered_by }),
  ...(row.answered_on === null ? {} : { answeredOn: row.answered_on }),
  ...(row.closed_why === null ? {} : { closedWhy: row.closed_why }),
});

/** Questions open to the viewer, the newest first. */
export async function listQuestions(
  context: ViewerContext,
  of: { state?: Question['state'] | undefined; askerId?: string | undefined } = {},
): Promise<Question[]> {
  const rows = await all(context)
    .$if(of.state !== undefined, (query) => query.where('state', '=', of.state!))
    .$if(of.askerId !== undefined, (query) => query.where('asker_id', '=', of.askerId!))
    .orderBy('asked_at', 'desc')
    .orderBy('id')
    .execute();
  return rows.map(question);
}

/** One question, if the viewer may see it. */
export async function findQuestion(
  context: ViewerContext,
  questionId: string,
): Promise<Question | undefined> {
  const row = await all(context).where('id', '=', questionId).executeTakeFirst();
  return row && question(row);
}

/** The question of a visitor by the hash of the token. Asked with the house's eyes. */
export async function findByToken(context: ViewerContext, tokenHash: Buffer): Promise<Question | undefined> {
  const row = await all(context).where('token_hash', '=', tokenHash).executeTakeFirst();
  return row && question(row);
}

/** How many questions of visitors came on a day: a house with too many at once has a visitor that is a machine. */
export async function countVisitorsQuestions(context: ViewerContext, day: Day): Promise<number> {
  const row = await context.db
    .selectFrom('outreach.question')
    .select((by) => by.fn.countAll<number>().as('count'))
    .where('asked_on', '=', day)
    .where('asker_id', 'is', null)
    .executeTakeFirstOrThrow();
  return row.count;
}

/** Keeps a question: a signed-in asker by account, a visitor by the hash of a token. */
export async function addQuestion(
  context: ViewerContext,
  draft: {
    topic: Topic;
    language: Language;
    text: string;
    due: { due: Day; ruleId: string };
    asker: { accountId: string } | { tokenHash: Buffer };
  },
): Promise<string> {
  return addRow(context.db, 'outreach.question', {
    topic: draft.topic,
    language: draft.language,
    text: draft.text,
    asked_at: context.now.toISOString(),
    asked_on: context.today,
    asker_id: 'accountId' in draft.asker ? draft.asker.accountId : null,
    token_hash: 'tokenHash' in draft.asker ? draft.asker.tokenHash : null,
    due_on: draft.due.due,
    rule_id: draft.due.ruleId,
    state: 'open',
  });
}

/** Gives a question an owner, an answer, or closes it. */
export async function changeQuestion(
  context: ViewerContext,
  questionId: string,
  to: { ownerId: string } | { answer: string } | { closedWhy: string },
): Promise<void> {
  await context.db
    .updateTable('outreach.question')
    .set(
      'ownerId' in to
        ? { owner_id: to.ownerId }
        : 'answer' in to
          ? {
              state: 'answered',
              answer: to.answer,
              answered_by: context.viewer.accountId ?? null,
              answered_at: context.now.toISOString(),
              answered_on: context.today,
            }
          : { state: 'closed', closed_why: to.closedWhy },
    )
    .where('id', '=', questionId)
    .execute();
}

export interface PublishedAnswer {
  questionId: string;
  topic: Topic;
  questions: LocalisedText;
  answers: LocalisedText;
  authorId: string;
  askedAt: string;
  confirmed: string[];
  returnedWhy?: string;
  publishedAt?: string;
}

/** Words for publishing: those out (for anybody), or those that wait. */
export async function listPublished(
  context: ViewerContext,
  of: { out?: boolean | undefined; questionId?: string | undefined },
): Promise<PublishedAnswer[]> {
  const rows = await context.db
    .selectFrom('outreach.published_answer')
    .selectAll()
    .$if(of.out === true, (query) => query.where('published_at', 'is not', null))
    .$if(of.out === false, (query) => query.where('published_at', 'is', null))
    .$if(of.questionId !== undefined, (query) => query.where('question_id', '=', of.questionId!))
    .orderBy('question_id')
    .execute();
  return rows.map((row) => ({
    questionId: row.question_id,
    topic: row.topic as Topic,
    questions: row.questions,
    answers: row.answers,
    authorId: row.author_id,
    askedAt: row.asked_at,
    confirmed: row.confirmed,
    ...(row.returned_why === null ? {} : { returnedWhy: row.returned_why }),
    ...(row.published_at === null ? {} : { publishedAt: row.published_at }),
  }));
}

/** Keeps the words to be published, which then wait for an approver. */
export async function setPublishing(
  context: ViewerContext,
  draft: {
    questionId: string;
    topic: Topic;
    questions: LocalisedText;
    answers: LocalisedText;
    confirmed: readonly string[];
  },
): Promise<void> {
  const values = {
    topic: draft.topic,
    questions: JSON.stringify(draft.questions),
    answers: JSON.stringify(draft.answers),
    author_id: context.viewer.accountId!,
    asked_at: context.now.toISOString(),
    confirmed: [...draft.confirmed],
    returned_why: null,
  };
  await context.db
    .insertInto('outreach.published_answer')
    .values({ question_id: draft.questionId, ...values })
    .onConflict((conflict) => conflict.column('question_id').doUpdateSet(values))
    .execute();
}

/** Publishes the words, approved by the viewer, or gives them back with the reason. */
export async function settlePublishing(
  context: ViewerContext,
  questionId: string,
  how: { publish: true } | { returnedWhy: string },
): Promise<void> {
  await context.db
    .updateTable('outreach.published_answer')
    .set(
      'publish' in how
        ? { approved_by: context.viewer.accountId!, published_at: context.now.toISOString() }
        : { returned_why: how.returnedWhy },
    )
    .where('question_id', '=', questionId)
    .execute();
}

/** Notes that a late question has been reminded of on this working day; false when it was already. */
export async function takeReminder(
  context: ViewerContext,
  questionId: string,
  workingDay: number,
): Promise<boolean> {
  const rows = await context.db
    .insertInto('outreach.reminder')
    .values({ question_id: questionId, working_day: workingDay, sent_on: context.today })
    .onConflict((conflict) => conflict.doNothing())
    .returning('question_id')
    .execute();
  return rows.length > 0;
}
