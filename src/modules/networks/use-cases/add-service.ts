import { z } from 'zod';
import { Day } from '#kernel/days.ts';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { addRole, addService as addServiceRow, addVersion } from '../db/services.db.ts';
import { noPersonalData, writesServices } from '../policies.ts';
import { existsToday, kind, words } from './service-work.ts';

/** Adds a service to the catalogue, with the organisation that answers for it when it is known. */
export const addService = defineUseCase({
  name: 'networks.add-service',
  purpose: 'administration',
  input: z.object({ ...words, ...kind, from: Day, responsibleId: Id.optional() }),
  policy: writesServices,
  audit: noPersonalData,
  refusals: ['organisation-not-found'],
  async run(context, { from, responsibleId, ...rest }) {
    if (responsibleId !== undefined && !(await existsToday(context, responsibleId)))
      return err({ code: 'organisation-not-found', field: 'responsibleId' });
    const serviceId = await addServiceRow(context, from);
    await addVersion(context, serviceId, from, rest);
    if (responsibleId !== undefined)
      await addRole(context, {
        serviceId,
        organisationId: responsibleId,
        role: 'responsible',
        validFrom: from,
      });
    return ok({ serviceId });
  },
});
