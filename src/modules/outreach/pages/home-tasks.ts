import { textIn } from '#modules/clients/pages/words.ts';
import type { HomeInput, HomeNews, HomePart, HomeTask, HomeTasks } from '#web/home/index.ts';
import { wholeList } from '#web/ui/list/whole.ts';
import { beginningOf } from './words.ts';

/** How many questions the first page shows at the most; it says how many more there are. */
const most = 8;

/** Questions to answer or to share out, what waits for an approver, and bulletins that have come. */
export const homeTasks: HomeTasks = {
  read: async (input) => {
    const [questions, waiting, news] = [await asked(input), await approving(input), await come(input)];
    return { ...questions, tasks: [...(questions.tasks ?? []), ...waiting], news };
  },
};

async function come({ services, viewer, may, t }: HomeInput): Promise<HomeNews[]> {
  if (!may('bulletins:read')) return [];
  const list = await wholeList((page) =>
    services.outreach.bulletins({ filters: { state: ['published'] }, ...page }),
  );
  if (!list.ok) return [];
  return list.value.rows
    .filter((row) => row.publishedAt !== undefined && row.authorId !== viewer.userId)
    .map((row) => ({
      key: row.bulletinId,
      to: `/bulletins/${row.bulletinId}`,
      words: t('outreach:home.bulletin', { title: textIn(row.titles, viewer.language) }),
      at: row.publishedAt!,
    }));
}

async function asked({ services, viewer, may, t, format }: HomeInput): Promise<HomePart> {
  if (!may('questions:answer')) return {};
  const list = await wholeList((page) =>
    services.outreach.questions({ filters: { state: ['open'] }, ...page }),
  );
  if (!list.ok) return {};
  const shares = list.value.actions.share;
  const mineOrNobodys = list.value.rows.filter(
    (row) => row.ownerId === viewer.userId || (row.ownerId === undefined && shares),
  );
  return {
    rest:
      mineOrNobodys.length > most
        ? { to: '/questions', words: t('outreach:home.rest', { count: mineOrNobodys.length - most }) }
        : undefined,
    tasks: mineOrNobodys.slice(0, most).map((question) => {
      const topic = t(`outreach:topic.${question.topic}`);
      const mine = question.ownerId === viewer.userId;
      return {
        key: question.questionId,
        to: `/questions/${question.questionId}`,
        title: beginningOf(question.text, 60),
        what: t(question.late ? 'outreach:home.late-what' : 'outreach:home.wait-what', { topic }),
        why: t(mine ? 'outreach:home.mine-why' : 'outreach:home.nobody-why'),
        clock: t(question.late ? 'outreach:late-since' : 'outreach:due-by', {
          day: format.day(question.dueOn),
        }),
        late: question.late,
        act: t(mine ? 'outreach:home.answer-act' : 'outreach:home.share-act'),
      };
    }),
  };
}

async function approving({ services, viewer, may, t, format }: HomeInput): Promise<HomeTask[]> {
  if (!may('bulletins:approve')) return [];
  const list = await wholeList((page) =>
    services.outreach.bulletins({ filters: { state: ['waiting'] }, ...page }),
  );
  if (!list.ok) return [];
  return list.value.rows
    .filter((row) => row.authorId !== viewer.userId)
    .map((row) => ({
      key: row.bulletinId,
      to: `/bulletins/${row.bulletinId}`,
      title: textIn(row.titles, viewer.language),
      what: t('outreach:home.approve-what'),
      why: t('outreach:home.approve-why'),
      clock: format.dayOf(row.changedAt),
      act: t('outreach:home.approve-act'),
    }));
}
