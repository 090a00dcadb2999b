import { defineForm, showForm, submission } from '#web/forms/index.server.ts';
import type { HomeInput, HomePart, HomeTask, HomeTasks } from '#web/home/index.ts';
import { dutyWords } from './words.ts';

const complete = defineForm('clients.completeTask', {
  id: 'complete',
  hidden: ['clientId', 'taskId'],
  act: 'complete',
});

/** How many rows the first page shows of the work list at the most; it says how many more there are. */
const most = 8;

/** The adviser: whose turn it is this week and what is late. The person: what waits on the own path. */
export const homeTasks: HomeTasks = {
  right: 'person.tasks:read',
  read: (input) => (input.may('own-page:use') ? ownTasks(input) : dueThisWeek(input)),
  presses: [
    {
      show: (context) => showForm(context, complete),
      submission: (format) =>
        submission({
          form: complete,
          done: ({ opened }) =>
            opened === undefined
              ? { say: 'clients:completed' }
              : { say: 'clients:completed-next', values: { day: format.day(opened.dueOn) } },
        }),
    },
  ],
};

async function dueThisWeek({ services, t, format, today, viewer }: HomeInput): Promise<HomePart> {
  const list = await services.clients.worklist({ limit: most });
  if (!list.ok) return {};
  const { counts, rows } = list.value;
  const handed = await services.clients.handOvers({});
  const away = await services.clients.absences({});
  const tasks = rows.flatMap((row): HomeTask[] => {
    if (row.duty === undefined || row.duty.nearness === 'later') return [];
    const words = dutyWords(t, format, row.duty);
    return [
      {
        key: row.duty.taskId,
        to: `/clients/${row.clientId}`,
        title: [row.familyName, row.givenName].filter((part) => part !== '').join(' '),
        what: words.sentence,
        why: words.why,
        clock: words.clock,
        late: words.late,
        act: t('clients:open'),
        press: { form: complete.id, hidden: { clientId: row.clientId, taskId: row.duty.taskId } },
      },
    ];
  });
  const count = (filter: 'overdue' | 'today' | 'this-week' | 'no-duty', number: number) =>
    number === 0
      ? []
      : [
          {
            key: filter,
            to: `/clients?only=${filter}`,
            words: t(`clients:home.${filter}`, { count: number }),
            late: filter === 'overdue',
          },
        ];
  const due = counts.overdue + counts.thisWeek;
  return {
    counts: [
      ...(handed.ok ? handed.value.received : []).map((batch) => ({
        key: batch.batchId,
        to: batch.fromDay <= today ? '/clients?only=received' : '/hand-overs',
        words: t(batch.fromDay <= today ? 'clients:home.received' : 'clients:home.receives', {
          count: batch.clients,
          name: batch.from,
          day: format.day(batch.fromDay),
        }),
      })),
      ...(away.ok ? away.value.items : [])
        .filter((absence) => absence.state === 'now')
        .map((absence) => ({
          key: absence.absenceId,
          to: absence.accountId === viewer.userId ? '/absences' : '/clients?only=covered',
          words: t(absence.accountId === viewer.userId ? 'clients:home.away' : 'clients:home.stand-in', {
            name: absence.accountId === viewer.userId ? absence.substitute : absence.name,
            day: format.day(absence.until),
          }),
        })),
      ...count('overdue', counts.overdue),
      ...count('today', counts.today),
      ...count('this-week', counts.thisWeek),
      ...count('no-duty', counts.noDuty),
    ],
    tasks,
    rest:
      due > tasks.length
        ? {
            to: counts.overdue > tasks.length ? '/clients?only=overdue' : '/clients',
            words: t('clients:home.rest', { count: due - tasks.length }),
          }
        : undefined,
  };
}

async function ownTasks({ services, t, format }: HomeInput): Promise<HomePart> {
  const path = await services.clients.myPath({});
  if (!path.ok) return {};
  const tasks = path.value.needs.map((need): HomeTask => {
    const common = { key: need.subjectId, late: need.late, to: '/my' };
    const words = need.duty === undefined ? undefined : dutyWords(t, format, need.duty);
    const since = need.since === undefined ? undefined : t('clients:since', { day: format.day(need.since) });
    if (need.kind === 'meeting' && words !== undefined) {
      return {
        ...common,
        to: '/my#adviser',
        title: words.what,
        what: words.sentence,
        why: words.why,
        clock: words.clock,
        act: t('clients:my.meeting-act'),
      };
    }
    if (need.kind === 'mapping') {
      return {
        ...common,
        to: '/my/skills',
        title: t('clients:my.mapping'),
        what: t('clients:my.mapping-what'),
        why: t('clients:my.mapping-why'),
        clock: words?.clock ?? since,
        act: t('clients:my.mapping-act'),
      };
    }
    if (need.kind === 'invitation') {
      return {
        ...common,
        title: t('clients:my.invitation'),
        what: t('clients:my.invited-waits'),
        why: t('clients:my.invited-free'),
        clock: since,
        act: t('clients:open'),
      };
    }
    const company = need.step?.companyName ?? t('clients:an-employer');
    return {
      ...common,
      to: '/my/consents',
      title: company,
      what: t('clients:my.asked', { company }),
      why: t('clients:my.asked-why'),
      clock: since,
      act: t('clients:my.asked-act'),
    };
  });
  const { waits } = path.value;
  return {
    tasks,
    counts:
      waits.length === 0
        ? []
        : [{ key: 'waits', to: '/my#waits', words: t('clients:home.waits', { count: waits.length }) }],
  };
}
