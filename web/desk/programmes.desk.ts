import type { T } from '../i18n/use.ts';
import { halfWords, networkRoles } from '../programmes/words.ts';
import type { Desk, DeskNeed } from './index.ts';

/** Coordinators: reports to write, from a month before they are due. The secretary: proposals and what is late. */
export const desk: Desk = {
  roles: networkRoles,
  needs: async ({ services, viewer, t, format }) => {
    const needs: DeskNeed[] = [];
    const words = Object.assign(
      (key: string, places?: Readonly<Record<string, unknown>>) =>
        t(key.includes(':') ? key : `programmes:${key}`, places),
      {
        has: () => true,
      },
    ) as T;
    const mine = await services.programmes.myReports({});
    for (const one of mine.ok ? mine.value.reports : []) {
      if (!one.soon) continue;
      needs.push({
        key: `report ${one.goalId} ${one.period}`,
        to: `/programmes/${one.programmeId}/reports/${one.period}/${one.goalId}`,
        title: one.title,
        what: t(one.begun ? 'programmes:my.begun' : 'programmes:my.not-begun'),
        why: t('programmes:desk.report-why', { half: halfWords(words, one.period) }),
        clock: t(one.late ? 'programmes:my.was-due' : 'programmes:my.due', { day: format.day(one.dueOn) }),
        late: one.late,
        act: t('programmes:write'),
      });
    }
    if (viewer.role !== 'board' && viewer.role !== 'area-manager') return needs;
    const list = await services.programmes.programmeList({});
    for (const programme of list.ok ? list.value.programmes : []) {
      const opened = await services.programmes.openProgramme({ programmeId: programme.programmeId });
      if (!opened.ok || !opened.value.actions.keep) continue;
      const common = { to: `/programmes/${programme.programmeId}`, title: programme.name };
      if (programme.late > 0)
        needs.push({
          ...common,
          key: `late ${programme.programmeId}`,
          what: t('programmes:late-count', { count: programme.late }),
          why: t('programmes:desk.late-why'),
          late: true,
          act: t('programmes:desk.late-act'),
        });
      if (opened.value.proposalsWaiting > 0)
        needs.push({
          ...common,
          to: `${common.to}/proposals`,
          key: `proposals ${programme.programmeId}`,
          what: t('programmes:desk.proposals-what', { count: opened.value.proposalsWaiting }),
          why: t('programmes:desk.proposals-why'),
          act: t('programmes:proposal.decide'),
        });
    }
    return needs;
  },
};
