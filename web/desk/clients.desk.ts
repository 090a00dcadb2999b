import { dutyWords } from '../clients/words.ts';
import type { Desk, DeskInput, DeskNeed } from './index.ts';

/** How many rows the first page shows of the work list at the most; the rest are on the list itself. */
const most = 8;

/** The adviser: whose turn it is this week and what is late. The person: what waits on the own path. */
export const desk: Desk = {
  roles: ['expert', 'client'],
  needs: (input) => (input.viewer.role === 'client' ? ownNeeds(input) : dueThisWeek(input)),
};

async function dueThisWeek({ services, t, format }: DeskInput): Promise<DeskNeed[]> {
  const list = await services.clients.worklist({ limit: most });
  if (!list.ok) return [];
  return list.value.items.flatMap((row): DeskNeed[] => {
    if (row.duty === undefined || row.duty.nearness === 'later') return [];
    const words = dutyWords(t, format, row.duty);
    return [
      {
        key: row.duty.taskId,
        to: `/clients/${row.clientId}`,
        title: `${row.givenName} ${row.familyName}`,
        what: words.sentence,
        why: words.why,
        clock: words.clock,
        late: words.late,
        act: t('clients:open'),
      },
    ];
  });
}

async function ownNeeds({ services, t, format }: DeskInput): Promise<DeskNeed[]> {
  const path = await services.clients.myPath({});
  if (!path.ok) return [];
  return path.value.needs.map((need): DeskNeed => {
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
}
