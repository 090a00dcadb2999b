import type { HomeTasks } from '#web/home/index.ts';

/** Requests about data that the viewer may answer, those due first. */
export const homeTasks: HomeTasks = {
  right: 'data-requests:answer',
  read: async ({ services, t, format }) => {
    const found = await services.privacy.requests({ filters: { state: ['open'] } });
    if (!found.ok) return {};
    return {
      tasks: found.value.rows.map((request) => ({
        key: request.id,
        to: `/data-requests/${request.id}`,
        title: t('privacy:home.request', { person: request.person }),
        what: `${t(`privacy:kind.${request.kind}`)}: ${request.about}`,
        why: t('privacy:home.why'),
        clock: t(request.late ? 'privacy:late-since' : 'privacy:due', { day: format.day(request.dueOn) }),
        act: t('privacy:home.act'),
      })),
    };
  },
};
