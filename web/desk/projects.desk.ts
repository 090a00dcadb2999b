import type { Desk, DeskNeed } from './index.ts';

const rejected = new Set(['rejected', 'closed', 'idea']);
const month = 30 * 86_400_000;

/** Those who keep or fund projects: money that waits for a decision, and reports that are due within a month. */
export const desk: Desk = {
  roles: ['project', 'controller', 'funder'],
  needs: async ({ services, t, format }) => {
    const waiting = await services.projects.portfolio({ only: 'waiting', limit: 10 });
    const ending = await services.projects.portfolio({
      states: ['granted', 'running', 'ended'],
      sort: 'ends',
      limit: 100,
    });
    if (!waiting.ok || !ending.ok) return [];
    const { today } = waiting.value;
    const soon = new Date(Date.parse(today) + month).toISOString().slice(0, 10);
    return [
      ...ending.value.projects
        .filter((one) => one.reportDueOn !== undefined && one.reportDueOn <= soon)
        .map(
          (one): DeskNeed => ({
            key: `report-${one.projectId}`,
            to: `/projects/${one.projectId}#report`,
            title: one.name,
            what: t('projects:desk.report-what'),
            why: t('projects:desk.report-why'),
            clock: format.day(one.reportDueOn),
            late: one.reportDueOn! < today,
            act: t('projects:desk.report-act'),
          }),
        ),
      ...waiting.value.projects
        .filter((one) => !rejected.has(one.state))
        .map(
          (one): DeskNeed => ({
            key: `condition-${one.projectId}`,
            to: `/projects/${one.projectId}#funding`,
            title: one.name,
            what: t('projects:desk.condition-what', { count: one.waiting }),
            why: t('projects:desk.condition-why'),
            act: t('projects:desk.condition-act'),
          }),
        ),
    ];
  },
};
