import { z } from 'zod';
import { municipalityOn } from '#areas';
import { err } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { TravelAreaState } from '../domain/parts.ts';
import { writesTravelArea } from '../policies.ts';
import { changesOfClient, Writing } from './save-parts.ts';
import { openAct, saveRefusals, writePart } from './write-part.ts';

/** Says to which municipalities the person can go to work. A merged municipality becomes the one that answers for it. */
export const saveTravelArea = defineUseCase({
  name: 'skills.save-travel-area',
  purpose: 'employment-service',
  input: z.object({
    ...Writing,
    travelArea: TravelAreaState,
    /** One more municipality, beside those that are kept. */
    other: z.string().max(3).optional(),
  }),
  policy: writesTravelArea,
  audit: changesOfClient,
  refusals: [...saveRefusals, 'unknown-municipality'],
  async run(context, { clientId, seen, travelArea, other }) {
    const codes = new Set<string>();
    for (const code of [...travelArea.codes, ...(other === undefined ? [] : [other])]) {
      const municipality = municipalityOn(code, context.today);
      if (municipality === undefined) return err({ code: 'unknown-municipality', field: 'other' });
      codes.add(municipality.code);
    }
    const act = await openAct(context, clientId);
    const next = codes.size === 0 ? undefined : { codes: [...codes].sort() };
    return writePart(context, act, { part: 'travel-area', subject: 'travel-area', next, seen });
  },
});
