import { z } from 'zod';
import { Day } from '#kernel/days.ts';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { servedMunicipalities } from '../db/served.db.ts';
import { findService, setPlaces } from '../db/services.db.ts';
import { type ServiceChannel, serviceChannels } from '../domain/codes.ts';
import { noPersonalData, writesServices } from '../policies.ts';

/** Codes of municipalities. */
const Places = z.array(z.string().length(3)).max(400).default([]);

/** Says in which municipalities the service is given from a day on, and how: the whole of it at once (requirements NET-13). */
export const setServicePlaces = defineUseCase({
  name: 'networks.set-service-places',
  purpose: 'administration',
  input: z.object({
    serviceId: Id,
    from: Day,
    places: z.object({ 'on-site': Places, phone: Places, remote: Places } satisfies Record<
      ServiceChannel,
      unknown
    >),
  }),
  policy: writesServices,
  audit: noPersonalData,
  refusals: ['service-not-found', 'before-service-began', 'municipality-not-served'],
  async run(context, { serviceId, from, places }) {
    const life = await findService(context, serviceId);
    if (!life) return err({ code: 'service-not-found' });
    if (from < life.validFrom) return err({ code: 'before-service-began', field: 'from' });
    const served = await servedMunicipalities(context, context.today);
    const strange = serviceChannels.find((channel) => places[channel].some((code) => !served.includes(code)));
    if (strange !== undefined) return err({ code: 'municipality-not-served', field: `places.${strange}` });
    const pairs = serviceChannels.flatMap((channel) =>
      places[channel].map((municipalityCode) => ({ municipalityCode, channel })),
    );
    await setPlaces(context, serviceId, from, pairs);
    return ok();
  },
});
