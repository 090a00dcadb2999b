import type { Desk } from './index.ts';

/** How many needs the first page shows at the most; the rest are on the page of needs. */
const most = 6;

/** The business adviser: talk that nobody has confirmed, needs whose day has passed, needs to verify. */
export const desk: Desk = {
  roles: ['business'],
  needs: async ({ services, t }) => {
    const pipeline = await services.vacancies.pipeline({});
    if (!pipeline.ok) return [];
    return pipeline.value.needs
      .filter(({ attention }) => attention !== undefined)
      .slice(0, most)
      .map((need) => ({
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
      }));
  },
};
