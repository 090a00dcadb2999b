import { z } from 'zod';
import { mapResult } from '#kernel/result.ts';
import { operation } from '../operation.ts';
import { Id } from '../schemas/common.ts';
import { Nothing, PilotFigures, PilotList } from '../schemas/steering.ts';

const listPilots = operation({
  id: 'listPilots',
  method: 'GET',
  path: '/pilots',
  scope: 'steering',
  summary: 'Pilots and what they promised',
  description: 'Every pilot of the area with its targets and where they were promised, the latest first.',
  uses: ['pilots.openPilot'],
  query: Nothing,
  status: 200,
  answer: PilotList,
  example: {
    answer: {
      items: [
        {
          id: '01994f3e-8a00-7000-8000-0000000000e1',
          names: { fi: 'Osaaminen näkyviin' },
          startsOn: '2026-09-01',
          endsOn: '2027-08-31',
          targets: { people: 50, employed: 40, companies: 90 },
          source: 'hankesuunnitelma Palvelupolut 2.0',
        },
      ],
    },
  },
  refusals: {},
  async run({ services }) {
    const found = await services.pilots.openPilot({});
    return mapResult(found, ({ pilots }) => ({
      items: pilots.map((pilot) => ({
        id: pilot.pilotId,
        names: { ...pilot.names },
        startsOn: pilot.startsOn,
        endsOn: pilot.endsOn,
        targets: {
          people: pilot.sizeTarget,
          employed: pilot.employedTarget,
          companies: pilot.companiesTarget,
        },
        source: pilot.source,
      })),
    }));
  },
});

const getPilotFigures = operation({
  id: 'getPilotFigures',
  method: 'GET',
  path: '/pilots/{id}/figures',
  scope: 'steering',
  summary: 'The figures of a pilot',
  description:
    'What was promised against what is, each figure with the fact that it counts, from the monthly releases: a figure is told anew when it has changed by five or more, and `toldOn` is the day of the release in which it was told last. A count under five, nought too, is `{"kind":"hidden"}`; before the first release it is `{"kind":"unknown"}`.',
  uses: ['insight.pilotFigures'],
  params: z.object({ id: Id }),
  query: Nothing,
  status: 200,
  answer: PilotFigures,
  example: {
    answer: {
      pilotId: '01994f3e-8a00-7000-8000-0000000000e1',
      releasedOn: '2026-12-01',
      until: '2026-11-30',
      figures: [
        {
          figure: 'invited',
          counts: 'pilots.member.invited_on',
          value: { kind: 'number', value: 50 },
          toldOn: '2026-10-01',
          target: 50,
          shareOfTarget: 100,
        },
        {
          figure: 'employed',
          counts: 'clients.outcome (employed)',
          value: { kind: 'hidden' },
          toldOn: '2026-12-01',
          target: 40,
        },
      ],
      months: [
        {
          month: '2026-11',
          values: {
            invited: { kind: 'number', value: 50 },
            joined: { kind: 'number', value: 41 },
            mapped: { kind: 'number', value: 30 },
            consented: { kind: 'number', value: 22 },
            introduced: { kind: 'number', value: 12 },
            interviewed: { kind: 'number', value: 6 },
            employed: { kind: 'hidden' },
          },
        },
      ],
    },
  },
  refusals: { 'not-found': 404 },
  async run({ services, params: { id } }) {
    const found = await services.insight.pilotFigures({ pilotId: id });
    return mapResult(found, ({ pilot, releasedOn, until, figures, medianDaysToJob, months }) => ({
      pilotId: pilot.pilotId,
      releasedOn,
      until,
      figures: figures.map(({ figure, fact, cell, toldOn, target, share }) => ({
        figure,
        counts: fact,
        value: cell,
        toldOn,
        target,
        shareOfTarget: share,
      })),
      medianDaysToJob,
      months: months.map(({ month, cells }) => ({ month, values: cells })),
    }));
  },
});

export const steeringOperations = [listPilots, getPilotFigures];
