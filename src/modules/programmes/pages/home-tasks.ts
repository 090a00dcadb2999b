import type { HomeFigure, HomeTask, HomeTasks } from '#web/home/index.ts';
import type { T } from '#web/i18n/use.ts';
import { wholeList } from '#web/ui/list/whole.ts';
import { halfWords } from './words.ts';

/**
 * Coordinators: reports to write, from a month before they are due, and those sent. The secretary: proposals and what is
 * late. Those who steer: how many reports are late.
 */
export const homeTasks: HomeTasks = {
  right: 'programmes:read',
  read: async ({ services, may, t, format }) => {
    const tasks: HomeTask[] = [];
    const figures: HomeFigure[] = [];
    const words = Object.assign(
      (key: string, places?: Readonly<Record<string, unknown>>) =>
        t(key.includes(':') ? key : `programmes:${key}`, places),
      {
        has: () => true,
      },
    ) as T;
    const mine = await services.programmes.myReports({});
    const reports = mine.ok ? mine.value.reports : [];
    for (const item of reports) {
      if (!item.soon) continue;
      tasks.push({
        key: `report ${item.goalId} ${item.period}`,
        to: `/programmes/${item.programmeId}/reports/${item.period}/${item.goalId}`,
        title: item.title,
        what: t(item.begun ? 'programmes:my.begun' : 'programmes:my.not-begun'),
        why: t('programmes:home.report-why', { half: halfWords(words, item.period) }),
        clock: t(item.late ? 'programmes:my.was-due' : 'programmes:my.due', { day: format.day(item.dueOn) }),
        late: item.late,
        act: t('programmes:write'),
      });
    }
    const sent = reports.filter(({ sentOn }) => sentOn !== undefined);
    const later = reports.filter(({ sentOn, soon }) => sentOn === undefined && !soon);
    const row = (report: (typeof reports)[number], clock: string) => ({
      key: `${report.goalId} ${report.period}`,
      to: `/programmes/${report.programmeId}/reports/${report.period}/${report.goalId}`,
      words: `${report.title} (${report.programme}, ${halfWords(words, report.period)})`,
      clock,
    });
    const done =
      sent.length + later.length === 0
        ? undefined
        : {
            key: 'reports',
            summary: t('programmes:home.reports', { count: sent.length + later.length }),
            rows: [
              ...later.map((report) =>
                row(report, t('programmes:my.due', { day: format.day(report.dueOn) })),
              ),
              ...sent.map((report) =>
                row(report, t('programmes:my.sent-on', { day: format.day(report.sentOn) })),
              ),
            ],
          };
    if (!may('programmes:write') && !may('projects:read')) return { tasks, done };
    const list = await wholeList(services.programmes.programmeList);
    for (const programme of list.ok ? list.value.rows : []) {
      if (!programme.ended && programme.nextDueOn !== undefined)
        figures.push({
          key: `late ${programme.programmeId}`,
          to: `/programmes/${programme.programmeId}`,
          label: programme.name,
          value: t('programmes:home.late-reports', { count: programme.late }),
          note: t('programmes:home.next-due', { day: format.day(programme.nextDueOn) }),
        });
      if (!may('programmes:write')) continue;
      const opened = await services.programmes.openProgramme({ programmeId: programme.programmeId });
      if (!opened.ok || !opened.value.actions.keep) continue;
      const common = { to: `/programmes/${programme.programmeId}`, title: programme.name };
      if (programme.late > 0)
        tasks.push({
          ...common,
          key: `late ${programme.programmeId}`,
          what: t('programmes:late-count', { count: programme.late }),
          why: t('programmes:home.late-why'),
          late: true,
          act: t('programmes:home.late-act'),
        });
      if (opened.value.proposalsWaiting > 0)
        tasks.push({
          ...common,
          to: `${common.to}/management#proposals`,
          key: `proposals ${programme.programmeId}`,
          what: t('programmes:home.proposals-what', { count: opened.value.proposalsWaiting }),
          why: t('programmes:home.proposals-why'),
          act: t('programmes:proposal.decide'),
        });
    }
    return { tasks, figures, done };
  },
};
