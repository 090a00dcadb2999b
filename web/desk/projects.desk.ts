import type { Desk, DeskNeed } from './index.ts';

const rejected = new Set(['rejected', 'closed', 'idea']);
const month = 30 * 86_400_000;

/** Those who keep or fund projects: reports and ends that are near, money unused, and money that waits for a decision (WRN-07). */
export const desk: Desk = {
  roles: ['project', 'controller', 'funder'],
  needs: async ({ services, t, format }) => {
    const waiting = await services.projects.portfolio({ only: 'waiting', limit: 10 });
    const ending = await services.projects.portfolio({
      states: ['granted', 'running', 'ended'],
      sort: 'ends',
      limit: 100,
    });
    const unused = await services.projects.portfolio({ only: 'unused', limit: 10 });
    const near = await services.projects.portfolio({ only: 'deadlines', sort: 'ends', limit: 10 });
    if (!waiting.ok || !ending.ok || !unused.ok || !near.ok) return [];
    const { today } = waiting.value;
    const after = (days: number) => new Date(Date.parse(today) + days).toISOString().slice(0, 10);
    const [soon, soonEnds] = [after(month), after(3 * month)];
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
      ...near.value.projects
        .filter((one) => one.state !== 'ended' && one.endsOn !== undefined && one.endsOn <= soonEnds)
        .map(
          (one): DeskNeed => ({
            key: `ends-${one.projectId}`,
            to: `/projects/${one.projectId}#report`,
            title: one.name,
            what: t('projects:waits.ends'),
            why: [
              t('projects:waits.ends-why'),
              one.behind === undefined || one.behind === 0
                ? ''
                : t('projects:waits.behind-why', { sum: format.money(one.behind) }),
            ]
              .filter(Boolean)
              .join(' '),
            clock: format.day(one.endsOn),
            late: one.endsOn! < today,
            act: t('projects:desk.report-act'),
          }),
        ),
      ...unused.value.projects
        .filter((one) => one.state === 'ended')
        .map(
          (one): DeskNeed => ({
            key: `unused-${one.projectId}`,
            to: `/projects/${one.projectId}#report`,
            title: one.name,
            what: t('projects:waits.unused', { sum: format.money(one.unused) }),
            why: t('projects:waits.unused-why'),
            act: t('projects:waits.unused-act'),
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
