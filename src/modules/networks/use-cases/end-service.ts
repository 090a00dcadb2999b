import { z } from 'zod';
import { Day } from '#kernel/days.ts';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { endService as endServiceRow, findService } from '../db/services.db.ts';
import { noPersonalData, writesServices } from '../policies.ts';

/** Ends a service; the day is its last. It stays to be read, and its history with it. */
export const endService = defineUseCase({
  name: 'networks.end-service',
  purpose: 'administration',
  input: z.object({ serviceId: Id, lastDay: Day }),
  policy: writesServices,
  audit: noPersonalData,
  refusals: ['service-not-found', 'before-service-began'],
  async run(context, { serviceId, lastDay }) {
    const life = await findService(context, serviceId);
    if (!life) return err({ code: 'service-not-found' });
    if (lastDay < life.validFrom) return err({ code: 'before-service-began', field: 'lastDay' });
    await endServiceRow(context, serviceId, lastDay);
    return ok();
  },
});
