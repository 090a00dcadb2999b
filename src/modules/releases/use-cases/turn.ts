import { z } from 'zod';
import { system } from '#access';
import { ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { addRelease, releasesOf } from '../db/releases.db.ts';

const subject = 'turn-of-month';

/** Background work: are the releases of this month made? With `made` it is noted that they are. */
export const turn = defineUseCase({
  name: 'releases.turn',
  purpose: 'upkeep',
  input: z.object({ made: z.boolean() }),
  policy: system,
  audit: { kind: 'none', why: 'whether the month’s figures have been released' },
  refusals: [],
  async run(context, { made }) {
    const day = `${context.today.slice(0, 7)}-01`;
    const known = (await releasesOf(context, subject)).some((release) => release.day === day);
    if (made && !known)
      await addRelease(context, subject, { day, counts: new Map(), relations: [], details: {} });
    return ok({ made: known || made });
  },
});
