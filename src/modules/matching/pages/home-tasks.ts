import type { HomeTasks } from '#web/home/index.ts';

/** Whoever keeps the service running: how the engine is, what it holds, and how many times it has stopped by itself. */
export const homeTasks: HomeTasks = {
  right: 'service-state:read',
  read: async ({ services, t, format }) => {
    const found = await services.matching.engineState({});
    if (!found.ok) return {};
    const { state, since, deaths, needs, people, memoryMb } = found.value;
    const to = '/service';
    const sound = state !== 'waiting';
    // What an engine that is not there holds is not nought: nothing is told of it.
    const held = state === 'ready';
    return {
      figures: [
        {
          key: 'state',
          to,
          label: t('service:matching'),
          value: t(`service:home.state.${state}`),
          note: t('service:since', { instant: format.instant(since) }),
        },
        held && {
          key: 'people',
          to,
          label: t('service:people'),
          value: people.kind === 'number' ? format.number(people.value) : t('common:value.hidden'),
        },
        held && { key: 'needs', to, label: t('service:needs'), value: format.number(needs) },
        held && {
          key: 'memory',
          to,
          label: t('service:memory'),
          value: t('service:megabytes', { number: format.number(memoryMb, 0) }),
        },
      ].filter((figure) => figure !== false),
      counts:
        deaths === 0
          ? []
          : [{ key: 'deaths', to, words: t('service:home.deaths', { count: deaths }), late: true }],
      tasks: sound
        ? []
        : [
            {
              key: 'engine',
              to,
              title: t('service:matching'),
              what: t(`service:state-of.${state}`),
              why: t('service:matching-lead'),
              clock: t('service:since', { instant: format.instant(since) }),
              late: true,
              act: t('service:home.act'),
            },
          ],
    };
  },
};
