import { z } from 'zod';
import { Day } from '#kernel/days.ts';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { endRole } from '../db/services.db.ts';
import { noPersonalData, writesServices } from '../policies.ts';

/** Ends an organisation's part; the day is its last. */
export const endServiceRole = defineUseCase({
  name: 'networks.end-service-role',
  purpose: 'administration',
  input: z.object({ serviceId: Id, roleId: Id, lastDay: Day }),
  policy: writesServices,
  audit: noPersonalData,
  refusals: ['role-not-found'],
  async run(context, { serviceId, roleId, lastDay }) {
    return (await endRole(context, serviceId, roleId, lastDay)) ? ok() : err({ code: 'role-not-found' });
  },
});
