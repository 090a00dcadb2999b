import { z } from 'zod';
import { anybody } from '#access';
import { Day } from '#kernel/days.ts';
import { compareTexts } from '#kernel/letters.ts';
import { ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { municipalitiesOfEmploymentArea, municipalitiesOn } from '../domain/municipalities.ts';

/** The municipalities that exist on a day (today when none is said), of the whole country or of one employment area. */
export const municipalities = defineUseCase({
  name: 'areas.municipalities',
  purpose: 'public-information',
  input: z.object({ on: Day.optional(), employmentAreaCode: z.string().max(10).optional() }),
  policy: anybody,
  audit: { kind: 'none', why: 'municipalities are public information' },
  refusals: [],
  async run(context, { on = context.today, employmentAreaCode }) {
    const { language } = context.viewer;
    const found =
      employmentAreaCode === undefined
        ? municipalitiesOn(on)
        : municipalitiesOfEmploymentArea(employmentAreaCode, on);
    return ok(
      found
        .map(({ code, name, regionCode }) => ({
          code,
          name: language === 'sv' ? name.sv : name.fi,
          names: name,
          regionCode,
        }))
        .sort((a, b) => compareTexts(a.name, b.name)),
    );
  },
});
