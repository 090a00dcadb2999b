import type { HomeTasks } from '#web/home/index.ts';

/** How many needs the first page shows at the most; it says how many more there are. */
const most = 6;

/** The business adviser: talk that nobody has confirmed, needs whose day has passed, needs to verify. */
export const homeTasks: HomeTasks = {
  right: 'needs:note',
  read: async ({ services, t }) => {
    const pipeline = await services.vacancies.pipeline({
      filters: { show: ['waiting'] },
      limit: most,
    });
    if (!pipeline.ok) return {};
    const { rows, counts } = pipeline.value;
    const to = '/needs?show=waiting';
    return {
      counts:
        counts.waiting === 0
          ? []
          : [{ key: 'waiting', to, words: t('vacancies:home.waiting', { count: counts.waiting }) }],
      tasks: rows.map((need) => ({
        key: need.id,
        to: `/vacancies/${need.id}`,
        title: `${need.title} · ${need.companyName}`,
        what: t(`vacancies:attention.${need.attention}`),
        why: [
          t(`vacancies:${need.openness}`),
          t(`vacancies:certainty.${need.certainty}`),
          need.municipality,
        ].join(' · '),
        clock: t('vacancies:verified-since', { count: need.daysSinceVerified }),
        late: need.attention !== 'to-verify',
        act: t('vacancies:act.confirm'),
      })),
      rest:
        counts.waiting > rows.length
          ? { to, words: t('vacancies:home.rest', { count: counts.waiting - rows.length }) }
          : undefined,
    };
  },
};
