import type { HomeInput, HomePart, HomeTasks } from '#web/home/index.ts';

/** The officer: what nobody has looked at. Whoever decides on grants: what was asked. A worker: files that are open now. */
export const homeTasks: HomeTasks = {
  right: 'openings:read',
  read: async (input) => {
    if (input.may('openings:review')) return toReview(input);
    const decided = input.may('protected:decide') ? await toDecide(input) : {};
    return { ...decided, counts: await openNow(input) };
  },
};

async function toReview({ services, t }: HomeInput): Promise<HomePart> {
  const found = await services.openings.exceptions({ limit: 1 });
  if (!found.ok) return {};
  return {
    counts: (['unseen', 'answered'] as const).flatMap((key) => {
      const count = found.value.counts[key];
      const words = t(`openings:home.${key}`, { count });
      return count === 0 ? [] : [{ key, to: `/openings?review=${key}`, words }];
    }),
  };
}

async function toDecide({ services, t, format }: HomeInput): Promise<HomePart> {
  const found = await services.openings.grantsToDecide({});
  if (!found.ok) return {};
  return {
    tasks: found.value.requests
      .filter(({ decides }) => decides)
      .map((request) => ({
        key: request.id,
        to: `/protected/${request.id}`,
        title: t('openings:home.grant'),
        what: t('openings:home.grant-what', { name: request.worker, person: request.person }),
        why: t('openings:home.grant-why', { name: request.asker }),
        clock: t('openings:home.asked', { day: format.dayOf(request.askedAt) }),
        act: t('openings:home.grant-act'),
      })),
  };
}

async function openNow({ services, t, format, viewer }: HomeInput) {
  const found = await services.openings.exceptions({
    filters: { state: ['open'], kind: ['emergency', 'supervision'] },
  });
  return (found.ok ? found.value.rows : [])
    .filter(({ accountId }) => accountId === viewer.userId)
    .map((row) => ({
      key: row.id,
      to: `/clients/${row.clientId}`,
      words: t('openings:home.open', { name: row.person ?? '', when: format.time(row.endsAt) }),
    }));
}
