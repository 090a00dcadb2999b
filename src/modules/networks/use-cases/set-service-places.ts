import { z } from 'zod';
import { Day } from '#kernel/days.ts';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { findService, servedMunicipalities, setPlaces } from '../db/services.db.ts';
import { serviceChannels } from '../domain/codes.ts';
import { noPersonalData, writesServices } from '../policies.ts';

/** Says in which municipalities the service is given from a day on, and how: the whole of it at once (requirements NET-13). */
export const setServicePlaces = defineUseCase({
  name: 'networks.set-service-places',
  purpose: 'administration',
  input: z.object({
    serviceId: Id,
    from: Day,
    places: z
      .array(z.object({ municipalityCode: z.string().length(3), channel: z.enum(serviceChannels) }))
      .max(1000),
  }),
  policy: writesServices,
  audit: noPersonalData,
  refusals: ['service-not-found', 'before-service-began', 'municipality-not-served'],
  async run(context, { serviceId, from, places }) {
    const life = await findService(context, serviceId);
    if (!life) return err({ code: 'service-not-found' });
    if (from < life.validFrom) return err({ code: 'before-service-began', field: 'from' });
    const served = await servedMunicipalities(context, context.today);
    if (places.some(({ municipalityCode }) => !served.includes(municipalityCode)))
      return err({ code: 'municipality-not-served' });
    await setPlaces(context, serviceId, from, places);
    return ok();
  },
});
