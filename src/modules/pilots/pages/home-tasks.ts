import { textIn } from '#modules/clients/pages/words.ts';
import type { HomeFigure, HomeInput, HomeTask, HomeTasks } from '#web/home/index.ts';
import { valueOfCell } from './cell.ts';

/** Those who steer: what came of the pilot. Who picks its group: a group not yet proposed, invitations that wait. */
export const homeTasks: HomeTasks = {
  right: 'figures:read',
  read: async (input) => {
    const open = await input.services.pilots.openPilot({});
    const pilot = open.ok ? open.value.pilots[0] : undefined;
    if (pilot === undefined) return {};
    const figures = await input.services.insight.pilotFigures({ pilotId: pilot.pilotId });
    if (!figures.ok) return {};
    return {
      figures: input.may('projects:read') ? figuresOf(input, figures.value.figures) : [],
      tasks: input.may('pilots:pick') ? await picking(input, pilot, figures.value.figures) : [],
    };
  },
};

type Figures = Extract<
  Awaited<ReturnType<HomeInput['services']['insight']['pilotFigures']>>,
  { ok: true }
>['value']['figures'];
type Pilot = Extract<
  Awaited<ReturnType<HomeInput['services']['pilots']['openPilot']>>,
  { ok: true }
>['value']['pilots'][number];

/** What the pilot promised and what has come of it so far. */
function figuresOf({ t, format }: HomeInput, figures: Figures): HomeFigure[] {
  return (['employed', 'companies-helped'] as const).flatMap((name) => {
    const found = figures.find(({ figure }) => figure === name);
    if (found === undefined) return [];
    const value = valueOfCell(found.cell);
    return [
      {
        key: name,
        to: `/pilot/figures/${name}`,
        label: t(`pilots:figure.${name}`),
        value: typeof value === 'number' ? format.number(value) : t(`common:value.${value}`),
        note:
          found.target === undefined
            ? undefined
            : t('common:of-target', { target: format.number(found.target) }),
      },
    ];
  });
}

async function picking(
  { services, viewer, t }: HomeInput,
  pilot: Pilot,
  figures: Figures,
): Promise<HomeTask[]> {
  const common = {
    key: pilot.pilotId,
    to: `/pilot/group?pilot=${pilot.pilotId}`,
    title: textIn(pilot.names, viewer.language),
  };
  if (!pilot.picked) {
    const invited = figures.find((figure) => figure.figure === 'invited')?.cell;
    // A pilot whose group was invited before it came here needs no proposal.
    if (invited?.kind === 'number') return [];
    return [
      {
        ...common,
        what: t('pilots:home.propose-what'),
        why: t('pilots:home.propose-why'),
        act: t('pilots:home.propose-act'),
      },
    ];
  }
  const picked = await services.pilots.openPicking({ pilotId: pilot.pilotId });
  const waiting = picked.ok ? picked.value.counts.waiting : 0;
  if (waiting === 0) return [];
  return [
    {
      ...common,
      what: t('pilots:home.invite-what', { count: waiting }),
      why: t('pilots:home.invite-why'),
      act: t('pilots:home.invite-act'),
    },
  ];
}
