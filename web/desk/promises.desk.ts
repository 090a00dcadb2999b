import type { Desk } from './index.ts';

/** Applications being written whose funder's criticism nobody has answered yet. */
export const desk: Desk = {
  roles: ['project', 'controller'],
  needs: async ({ services, t }) => {
    const waiting = await services.projects.unansweredCriticism({});
    if (!waiting.ok) return [];
    return waiting.value.projects.map(({ projectId, name, criticisms }) => ({
      key: projectId,
      to: `/projects/${projectId}/rejection`,
      title: name,
      what: t('promises:desk.what', { count: criticisms }),
      why: t('promises:desk.why'),
      act: t('promises:desk.act'),
    }));
  },
};
