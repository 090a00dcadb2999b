import { textIn } from '../clients/words.ts';
import type { Desk, DeskNeed } from './index.ts';

/** Who steers a pilot: a group not yet proposed, or a proposal whose invitations wait. */
export const desk: Desk = {
  roles: ['project', 'area-manager'],
  needs: async ({ services, viewer, t }) => {
    const open = await services.pilots.openPilot({});
    const pilot = open.ok ? open.value.pilots[0] : undefined;
    if (pilot === undefined) return [];
    const common = {
      key: pilot.pilotId,
      to: `/pilot/group?pilot=${pilot.pilotId}`,
      title: textIn(pilot.names, viewer.language),
    };
    const picking = await services.pilots.openPicking({ pilotId: pilot.pilotId });
    if (!picking.ok) {
      const figures = await services.insight.pilotFigures({ pilotId: pilot.pilotId });
      const invited = figures.ok && figures.value.figures.find((one) => one.figure === 'invited')?.cell;
      // A pilot whose group was invited before it came here needs no proposal.
      if (invited && !(invited.kind === 'number' && invited.value === 0)) return [];
      return [
        {
          ...common,
          what: t('pilots:desk.propose-what'),
          why: t('pilots:desk.propose-why'),
          act: t('pilots:desk.propose-act'),
        },
      ];
    }
    const waiting = picking.value.picks.filter((pick) => pick.chosen && !pick.invited).length;
    if (waiting === 0) return [];
    const need: DeskNeed = {
      ...common,
      what: t('pilots:desk.invite-what', { count: waiting }),
      why: t('pilots:desk.invite-why'),
      act: t('pilots:desk.invite-act'),
    };
    return [need];
  },
};
