import { z } from 'zod';
import { anySignedIn, holds } from '#access';
import { ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { listPilots, pickedPilots } from '../db/pilots.db.ts';
import { startingWeights } from '../domain/picking.ts';

/** The pilots of the area: what each promised, where, and with which weights a picking starts. */
export const openPilot = defineUseCase({
  name: 'pilots.open',
  purpose: 'steering',
  input: z.object({}).default({}),
  policy: anySignedIn,
  audit: { kind: 'none', why: 'a pilot and its promises, nobody’s data' },
  refusals: [],
  async run(context) {
    const mayPick = holds(context, 'pilots:pick');
    const picked = await pickedPilots(context);
    return ok({
      pilots: (await listPilots(context)).map((pilot) => ({ ...pilot, picked: picked.has(pilot.pilotId) })),
      startingWeights,
      actions: { pick: mayPick },
    });
  },
});
