import { z } from 'zod';
import { holds } from '#access';
import { Day } from '#kernel/days.ts';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { addVersion, findService, servicesOn } from '../db/services.db.ts';
import { noPersonalData, writesWords } from '../policies.ts';
import { kind, words } from './service-work.ts';

/**
 * Records what a service is from a day on; what was before stays to be read. A provider keeps the words of its own service
 * from today on and nothing else: what it says of groups and production is not taken (requirements NET-09).
 */
export const changeService = defineUseCase({
  name: 'networks.change-service',
  purpose: 'administration',
  input: z.object({
    serviceId: Id,
    ...words,
    groups: kind.groups.optional(),
    targetGroups: kind.targetGroups.optional(),
    production: kind.production.optional(),
    from: Day.optional(),
  }),
  policy: writesWords,
  audit: noPersonalData,
  refusals: ['service-not-found', 'before-service-began'],
  async run(context, { serviceId, from = context.today, groups, targetGroups, production, ...rest }) {
    const life = await findService(context, serviceId);
    if (!life) return err({ code: 'service-not-found' });
    if (from < life.validFrom || (life.validTo !== undefined && from > life.validTo))
      return err({ code: 'before-service-began', field: 'from' });
    const onlyWords = !holds(context, 'services:write');
    const day = onlyWords ? context.today : from;
    const now = (await servicesOn(context, day, serviceId))[0];
    if (!now) return err({ code: 'service-not-found' });
    await addVersion(context, serviceId, day, {
      ...rest,
      groups: onlyWords ? now.groups : (groups ?? now.groups),
      targetGroups: onlyWords ? now.targetGroups : (targetGroups ?? now.targetGroups),
      production: onlyWords ? now.production : (production ?? now.production),
    });
    return ok();
  },
});
