import type { HomeInput, HomePart, HomeTask, HomeTasks } from '#web/home/index.ts';
import { wholeList } from '#web/ui/list/whole.ts';
import { sectionPath } from './sides.ts';

const rejected = new Set(['rejected', 'closed', 'idea']);
const month = 30 * 86_400_000;

/**
 * Those who write or fund projects: reports and ends that are near, money unused, money that waits for a decision
 * (WRN-07), criticism without an answer. Those who steer: how the money stands.
 */
export const homeTasks: HomeTasks = {
  right: 'projects:read',
  read: async (input) =>
    input.may('projects:follow')
      ? { tasks: [...(await duties(input)), ...(await criticism(input))] }
      : money(input),
};

/** Granted and used, over everything that the viewer may read. */
async function money({ services, t, format }: HomeInput): Promise<HomePart> {
  const all = await services.projects.portfolio({ limit: 1 });
  if (!all.ok || all.value.totals.committed === 0) return {};
  const { committed, realised } = all.value.totals;
  return {
    figures: [
      {
        key: 'money',
        to: '/projects',
        label: t('projects:home.used'),
        value: format.money(realised),
        note: t('projects:home.of-committed', { sum: format.money(committed) }),
      },
    ],
  };
}

/** Applications being written whose funder's criticism nobody has answered yet. */
async function criticism({ services, may, t }: HomeInput): Promise<HomeTask[]> {
  if (!may('projects:start')) return [];
  const waiting = await services.projects.unansweredCriticism({});
  if (!waiting.ok) return [];
  return waiting.value.projects.map(({ projectId, name, criticisms }) => ({
    key: `criticism-${projectId}`,
    to: `/projects/${projectId}/rejection`,
    title: name,
    what: t('promises:home.what', { count: criticisms }),
    why: t('promises:home.why'),
    act: t('promises:home.act'),
  }));
}

async function duties({ services, t, format }: HomeInput): Promise<HomeTask[]> {
  const of = (question: Parameters<typeof services.projects.portfolio>[0]) =>
    wholeList((page) => services.projects.portfolio({ ...question, ...page }));
  const waiting = await of({ filters: { only: ['waiting'] } });
  const ending = await of({ filters: { state: ['granted', 'running', 'ended'] }, sort: 'ends' });
  const unused = await of({ filters: { only: ['unused'] } });
  const near = await of({ filters: { only: ['deadlines'] }, sort: 'ends' });
  if (!waiting.ok || !ending.ok || !unused.ok || !near.ok) return [];
  const { today } = waiting.value;
  const after = (days: number) => new Date(Date.parse(today) + days).toISOString().slice(0, 10);
  const [soon, soonEnds] = [after(month), after(3 * month)];
  return [
    ...ending.value.rows
      .filter((row) => row.reportDueOn !== undefined && row.reportDueOn <= soon)
      .map(
        (project): HomeTask => ({
          key: `report-${project.projectId}`,
          to: sectionPath(project.projectId, 'report'),
          title: project.name,
          what: t('projects:home.report-what'),
          why: t(project.reportDueOn! < today ? 'projects:home.report-late' : 'projects:home.report-near'),
          clock: format.day(project.reportDueOn),
          late: project.reportDueOn! < today,
          act: t('projects:home.report-act'),
        }),
      ),
    ...near.value.rows
      .filter((row) => row.state !== 'ended' && row.endsOn !== undefined && row.endsOn <= soonEnds)
      .map(
        (project): HomeTask => ({
          key: `ends-${project.projectId}`,
          to: sectionPath(project.projectId, 'report'),
          title: project.name,
          what: t('projects:waits.ends'),
          why: [
            t('projects:waits.ends-why'),
            project.behind === undefined || project.behind === 0
              ? ''
              : t('projects:waits.behind-why', { sum: format.money(project.behind) }),
          ]
            .filter(Boolean)
            .join(' '),
          clock: format.day(project.endsOn),
          late: project.endsOn! < today,
          act: t('projects:home.report-act'),
        }),
      ),
    ...unused.value.rows
      .filter((row) => row.state === 'ended')
      .map(
        (project): HomeTask => ({
          key: `unused-${project.projectId}`,
          to: sectionPath(project.projectId, 'report'),
          title: project.name,
          what: t('projects:waits.unused', { sum: format.money(project.unused) }),
          why: t('projects:waits.unused-why'),
          act: t('projects:waits.unused-act'),
        }),
      ),
    ...waiting.value.rows
      .filter((row) => !rejected.has(row.state))
      .map(
        (project): HomeTask => ({
          key: `condition-${project.projectId}`,
          to: sectionPath(project.projectId, 'funding'),
          title: project.name,
          what: t('projects:home.condition-what', { count: project.waiting }),
          why: t('projects:home.condition-why'),
          act: t('projects:home.condition-act'),
        }),
      ),
  ];
}
