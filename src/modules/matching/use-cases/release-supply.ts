import { z } from 'zod';
import { system } from '#access';
import { municipalitiesOfEmploymentArea, municipalityOn } from '#areas';
import { businessServices } from '#consents';
import { smallNumberLimitOn } from '#kernel/deadlines.ts';
import { ok } from '#kernel/result.ts';
import { addRelease, tellable } from '#releases';
import { defineUseCase } from '#use-case';
import type { SupplyAndDemand } from '../domain/supply-demand.ts';
import { matcherFor } from '../matcher.ts';
import {
  lackKey,
  lackKinds,
  type SupplyDetails,
  supplyDraft,
  supplyReleases,
  supplySubject,
  turnOf,
} from './supply-release.ts';

/**
 * Background work at the turn of a month: supply and demand of those who share with each business service, everywhere and in
 * each municipality of its employment area, for those who may not open the people.
 */
export const releaseSupply = defineUseCase({
  name: 'matching.release-supply',
  purpose: 'upkeep',
  input: z.object({}).default({}),
  policy: system,
  audit: { kind: 'none', why: 'counts that passed their audit; nobody can be told apart' },
  refusals: [],
  async run(context) {
    const day = turnOf(context.today);
    const limit = smallNumberLimitOn(day);
    let released = 0;
    for (const { id, municipalityCode } of await businessServices(context)) {
      const earlier = await supplyReleases(context, id);
      if (earlier.some((release) => release.day >= day)) continue;
      const area =
        municipalityCode === undefined
          ? undefined
          : municipalityOn(municipalityCode, day)?.employmentAreaCode;
      const places = area === undefined ? [] : municipalitiesOfEmploymentArea(area, day);
      const matcher = await matcherFor(context);
      const tables = new Map<string, SupplyAndDemand>();
      for (const place of ['', ...places.map(({ code }) => code)])
        tables.set(
          place,
          await matcher.supplyAndDemand({
            organisationId: id,
            municipalityCode: place || undefined,
            group: '',
          }),
        );
      const draft = supplyDraft(tables, limit);
      const { told } = await tellable(draft, earlier, limit);
      const details: SupplyDetails = {
        needs: Object.fromEntries(
          [...tables].map(([place, { here }]) => [
            place,
            Object.fromEntries(
              here.map(([code, { available: _available, fitting: _fitting, ...needs }]) => [code, needs]),
            ),
          ]),
        ),
        lacks: [...tables].flatMap(([place, table]) =>
          lackKinds.flatMap((kind) =>
            table[kind]
              .filter(({ key }) => told.get(lackKey(place, kind, key)) !== undefined)
              .map(({ key, needs }) => ({ place, kind, key, needs })),
          ),
        ),
      };
      await addRelease(context, supplySubject(id), {
        day,
        counts: told,
        relations: draft.relations,
        details,
      });
      released += 1;
    }
    return ok({ released });
  },
});
