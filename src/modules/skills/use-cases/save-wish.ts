import { z } from 'zod';
import { err } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { conceptNames } from '#vocabulary';
import { mostWished, Uri, WishState } from '../domain/parts.ts';
import { writesWishes } from '../policies.ts';
import { changesOfClient, Writing } from './save-parts.ts';
import { openAct, saveRefusals, writePart } from './write-part.ts';

/** Says what work the person wishes, when, from which day on. An empty wish removes it. */
export const saveWish = defineUseCase({
  name: 'skills.save-wish',
  purpose: 'employment-service',
  input: z.object({
    ...Writing,
    wish: WishState,
    /** One more occupation, beside those that are kept. */
    occupation: Uri.optional(),
  }),
  policy: writesWishes,
  audit: changesOfClient,
  refusals: [...saveRefusals, 'unknown-concept', 'too-many-occupations'],
  async run(context, { clientId, seen, wish, occupation }) {
    const occupationUris = [
      ...new Set([...wish.occupationUris, ...(occupation === undefined ? [] : [occupation])]),
    ];
    if (occupationUris.length > mostWished) return err({ code: 'too-many-occupations', field: 'occupation' });
    const names = await conceptNames(context, occupationUris);
    if (occupationUris.some((uri) => !names.has(uri)))
      return err({ code: 'unknown-concept', field: 'occupation' });
    const empty =
      occupationUris.length === 0 &&
      wish.workingTimes.length === 0 &&
      wish.earliestStart === undefined &&
      wish.note === undefined;
    const act = await openAct(context, clientId);
    const next = empty ? undefined : { ...wish, occupationUris };
    return writePart(context, act, { part: 'wish', subject: 'wish', next, seen });
  },
});
