import type { HomeCount, HomeTask, HomeTasks } from '#web/home/index.ts';

/** The data protection officer: people's questions, booklets that are still out, and what was denied yesterday and today. */
export const homeTasks: HomeTasks = {
  right: 'log:search',
  read: async ({ services, t, format }) => {
    const found = await services.consents.toWatch({});
    if (!found.ok) return {};
    const { denied, questions, questionDays, booklets } = found.value;
    const sign = (id: string | undefined) =>
      id === undefined
        ? t('log:dpo.forgotten')
        : t('log:dpo.person-sign', { sign: id.slice(-4).toUpperCase() });
    const counted = (key: 'today' | 'yesterday'): HomeCount[] => {
      const { day, count } = denied[key];
      const words = t(`log:home.denied-${key}`, { count });
      return [{ key, to: `/log?outcome=denied&day=${day}`, words }];
    };
    return {
      counts: [...counted('today'), ...counted('yesterday')],
      tasks: [
        ...questions.map(
          (question): HomeTask => ({
            key: question.id,
            to: question.link ?? '/log',
            title: t('log:home.question'),
            what: question.message,
            why: t('log:home.question-why', { days: questionDays }),
            clock: t('log:home.asked', { day: format.dayOf(question.askedAt) }),
            act: t('log:home.question-act'),
          }),
        ),
        ...booklets.map(
          (booklet): HomeTask => ({
            key: booklet.id,
            to: booklet.clientId === undefined ? '/log' : `/log/person/${booklet.clientId}`,
            title: t(booklet.form === 'print' ? 'log:home.booklet' : 'log:home.copy', {
              number: booklet.number,
            }),
            what:
              booklet.holder === undefined
                ? t('log:home.booklet-what', { person: sign(booklet.clientId) })
                : t('log:home.booklet-held', { holder: booklet.holder, person: sign(booklet.clientId) }),
            why: t(booklet.form === 'print' ? 'log:home.booklet-why' : 'log:home.copy-why'),
            clock: t(booklet.late ? 'log:home.booklet-late' : 'log:home.booklet-asked', {
              day: format.dayOf(booklet.askedAt),
            }),
            act: t(booklet.clientId === undefined ? 'log:home.copy-act' : 'log:home.booklet-act'),
          }),
        ),
      ],
    };
  },
};
