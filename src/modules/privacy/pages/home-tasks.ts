import type { HomeInput, HomeTask, HomeTasks } from '#web/home/index.ts';

/** Requests about data that the viewer may answer, those due first, and proposals of others that wait for a second person. */
export const homeTasks: HomeTasks = {
  read: async (input) => ({ tasks: [...(await requests(input)), ...(await proposals(input))] }),
};

async function requests({ services, may, t, format }: HomeInput): Promise<HomeTask[]> {
  if (!may('data-requests:answer')) return [];
  const found = await services.privacy.requests({ filters: { state: ['open'] } });
  if (!found.ok) return [];
  return found.value.rows.map((request) => ({
    key: request.id,
    to: `/data-requests/${request.id}`,
    title: t('privacy:home.request', { person: request.person }),
    what: `${t(`privacy:kind.${request.kind}`)}: ${request.about}`,
    why: t('privacy:home.why'),
    clock: t(request.late ? 'privacy:late-since' : 'privacy:due', { day: format.day(request.dueOn) }),
    act: t('privacy:home.act'),
  }));
}

async function proposals({ services, may, t, format }: HomeInput): Promise<HomeTask[]> {
  if (!may('retention:review')) return [];
  const found = await services.privacy.retention({});
  if (!found.ok) return [];
  return found.value.proposals
    .filter(({ state, mine }) => state === 'waiting' && !mine)
    .map((proposal) => ({
      key: proposal.id,
      to: `/retention/proposals/${proposal.id}`,
      title: t('retention:home.title', {
        class: t(`retention:class.${proposal.of}`),
        count: proposal.subjects,
      }),
      what: proposal.reason,
      why: t('retention:home.why'),
      clock: t('retention:home.clock', { day: format.dayOf(proposal.proposedAt) }),
      act: t('retention:home.act'),
    }));
}
