import { z } from 'zod';
import { Day } from '#kernel/days.ts';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { addRole, findService, servicesOn } from '../db/services.db.ts';
import { serviceRoles } from '../domain/codes.ts';
import { noPersonalData, writesServices } from '../policies.ts';
import { existsToday } from './service-work.ts';

/** Gives an organisation a part in a service from a day on (requirements NET-01). */
export const addServiceRole = defineUseCase({
  name: 'networks.add-service-role',
  purpose: 'administration',
  input: z.object({ serviceId: Id, organisationId: Id, role: z.enum(serviceRoles), from: Day }),
  policy: writesServices,
  audit: noPersonalData,
  refusals: ['service-not-found', 'organisation-not-found', 'role-there-already', 'before-service-began'],
  async run(context, { from, ...role }) {
    const life = await findService(context, role.serviceId);
    if (!life) return err({ code: 'service-not-found' });
    if (from < life.validFrom) return err({ code: 'before-service-began', field: 'from' });
    if (!(await existsToday(context, role.organisationId)))
      return err({ code: 'organisation-not-found', field: 'organisationId' });
    const there = (await servicesOn(context, from, role.serviceId))[0]?.providers ?? [];
    if (there.some((row) => row.organisationId === role.organisationId && row.role === role.role))
      return err({ code: 'role-there-already', field: 'organisationId' });
    return ok({ roleId: await addRole(context, { ...role, validFrom: from }) });
  },
});
