import { z } from 'zod';
import { Count, Day, Id, Names, named } from './common.ts';

export const Nothing = z.strictObject({});
export const Pilot = named(
  'Pilot',
  z.object({
    id: Id,
    names: Names,
    startsOn: Day,
    endsOn: Day,
    targets: z.object({
      people: z.int().optional(),
      employed: z.int().optional(),
      companies: z.int().optional(),
    }),
    source: z.string().optional(),
  }),
);
export const PilotList = named('PilotList', z.object({ items: z.array(Pilot) }));
const personFigures = [
  'invited',
  'joined',
  'mapped',
  'consented',
  'introduced',
  'interviewed',
  'employed',
] as const;
export const PilotFigures = named(
  'PilotFigures',
  z.object({
    pilotId: Id,
    releasedOn: Day.optional(),
    until: Day.optional(),
    figures: z.array(
      z.object({
        figure: z.enum([...personFigures, 'companies-helped']),
        counts: z.string(),
        value: Count,
        toldOn: Day.optional(),
        target: z.int().optional(),
        shareOfTarget: z.number().optional(),
      }),
    ),
    medianDaysToJob: z.number().optional(),
    months: z.array(
      z.object({ month: z.string().regex(/^\d{4}-\d{2}$/), values: z.record(z.enum(personFigures), Count) }),
    ),
  }),
  'The pilot against its promises. `counts` names the fact that is counted, `shareOfTarget` is in per cent; each month holds how many had passed the step by its end, as it was released then. Small counts are hidden, and so is whatever would give one away.',
);
