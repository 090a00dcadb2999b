import { z } from 'zod';
import type { Handle } from '#access';
import { Day } from '#kernel/days.ts';
import { Id } from '#kernel/ids.ts';
import { languages } from '#kernel/localised.ts';
import { err, ok } from '#kernel/result.ts';
import { targetGroupCodes } from '#kernel/target-groups.ts';
import { defineUseCase } from '#use-case';
import { organisationsToday } from '../db/organisations.db.ts';
import {
  addRole,
  addService as addServiceRow,
  addVersion,
  endRole,
  endService as endServiceRow,
  findService,
  servedMunicipalities,
  servicesOn,
  setPlaces,
} from '../db/services.db.ts';
import { productionModes, serviceChannels, serviceRoles } from '../domain/codes.ts';
import { serviceGroupCodes } from '../domain/services.ts';
import { keepsServices, keepsWords, nobody } from '../policies.ts';

/** A text in some of the languages as a form sends it: what is empty is left out. At least one, when `needed`. */
const texts = (most: number, needed: boolean) =>
  z
    .object({
      fi: z.string().trim().max(most).default(''),
      sv: z.string().trim().max(most).default(''),
      en: z.string().trim().max(most).default(''),
    })
    .transform((given) =>
      Object.fromEntries(languages.filter((one) => given[one] !== '').map((one) => [one, given[one]])),
    )
    .refine((given) => !needed || Object.keys(given).length > 0, { error: 'no-language' });

const some = (list: readonly unknown[]) => list.length > 0;
const kind = {
  groups: z.array(z.enum(serviceGroupCodes)).refine(some, { error: 'required' }),
  targetGroups: z.array(z.enum(targetGroupCodes)).refine(some, { error: 'required' }),
  production: z.enum(productionModes),
};
const words = {
  names: texts(200, true),
  summary: texts(1000, false),
  source: z
    .string()
    .trim()
    .max(300)
    .optional()
    .transform((text) => text || undefined),
};

/** Adds a service to the catalogue, with the organisation that answers for it when it is known. */
export const addService = defineUseCase({
  name: 'networks.add-service',
  purpose: 'administration',
  input: z.object({ ...words, ...kind, from: Day, responsibleId: Id.optional() }),
  policy: keepsServices,
  audit: nobody,
  refusals: ['organisation-not-found'],
  async run(handle, { from, responsibleId, ...rest }) {
    if (responsibleId !== undefined && !(await existsToday(handle, responsibleId)))
      return err({ code: 'organisation-not-found', field: 'responsibleId' });
    const serviceId = await addServiceRow(handle, from);
    await addVersion(handle, serviceId, from, rest);
    if (responsibleId !== undefined)
      await addRole(handle, {
        serviceId,
        organisationId: responsibleId,
        role: 'responsible',
        validFrom: from,
      });
    return ok({ serviceId });
  },
});

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
  policy: keepsWords,
  audit: nobody,
  refusals: ['service-not-found', 'before-service-began'],
  async run(handle, { serviceId, from = handle.today, groups, targetGroups, production, ...rest }) {
    const life = await findService(handle, serviceId);
    if (!life) return err({ code: 'service-not-found' });
    if (from < life.validFrom || (life.validTo !== undefined && from > life.validTo))
      return err({ code: 'before-service-began', field: 'from' });
    const onlyWords = handle.viewer.role === 'provider';
    const day = onlyWords ? handle.today : from;
    const now = (await servicesOn(handle, day, serviceId))[0];
    if (!now) return err({ code: 'service-not-found' });
    await addVersion(handle, serviceId, day, {
      ...rest,
      groups: onlyWords ? now.groups : (groups ?? now.groups),
      targetGroups: onlyWords ? now.targetGroups : (targetGroups ?? now.targetGroups),
      production: onlyWords ? now.production : (production ?? now.production),
    });
    return ok();
  },
});

/** Gives an organisation a part in a service from a day on (requirements NET-01). */
export const addServiceRole = defineUseCase({
  name: 'networks.add-service-role',
  purpose: 'administration',
  input: z.object({ serviceId: Id, organisationId: Id, role: z.enum(serviceRoles), from: Day }),
  policy: keepsServices,
  audit: nobody,
  refusals: ['service-not-found', 'organisation-not-found', 'role-there-already', 'before-service-began'],
  async run(handle, { from, ...role }) {
    const life = await findService(handle, role.serviceId);
    if (!life) return err({ code: 'service-not-found' });
    if (from < life.validFrom) return err({ code: 'before-service-began', field: 'from' });
    if (!(await existsToday(handle, role.organisationId)))
      return err({ code: 'organisation-not-found', field: 'organisationId' });
    const there = (await servicesOn(handle, from, role.serviceId))[0]?.providers ?? [];
    if (there.some((one) => one.organisationId === role.organisationId && one.role === role.role))
      return err({ code: 'role-there-already', field: 'organisationId' });
    return ok({ roleId: await addRole(handle, { ...role, validFrom: from }) });
  },
});

/** Ends an organisation's part; the day is its last. */
export const endServiceRole = defineUseCase({
  name: 'networks.end-service-role',
  purpose: 'administration',
  input: z.object({ serviceId: Id, roleId: Id, lastDay: Day }),
  policy: keepsServices,
  audit: nobody,
  refusals: ['role-not-found'],
  async run(handle, { serviceId, roleId, lastDay }) {
    return (await endRole(handle, serviceId, roleId, lastDay)) ? ok() : err({ code: 'role-not-found' });
  },
});

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
  policy: keepsServices,
  audit: nobody,
  refusals: ['service-not-found', 'before-service-began', 'municipality-not-served'],
  async run(handle, { serviceId, from, places }) {
    const life = await findService(handle, serviceId);
    if (!life) return err({ code: 'service-not-found' });
    if (from < life.validFrom) return err({ code: 'before-service-began', field: 'from' });
    const served = await servedMunicipalities(handle, handle.today);
    if (places.some(({ municipalityCode }) => !served.includes(municipalityCode)))
      return err({ code: 'municipality-not-served' });
    await setPlaces(handle, serviceId, from, places);
    return ok();
  },
});

/** Ends a service; the day is its last. It stays to be read, and its history with it. */
export const endService = defineUseCase({
  name: 'networks.end-service',
  purpose: 'administration',
  input: z.object({ serviceId: Id, lastDay: Day }),
  policy: keepsServices,
  audit: nobody,
  refusals: ['service-not-found', 'before-service-began'],
  async run(handle, { serviceId, lastDay }) {
    const life = await findService(handle, serviceId);
    if (!life) return err({ code: 'service-not-found' });
    if (lastDay < life.validFrom) return err({ code: 'before-service-began', field: 'lastDay' });
    await endServiceRow(handle, serviceId, lastDay);
    return ok();
  },
});

async function existsToday(handle: Handle, organisationId: string): Promise<boolean> {
  return (await organisationsToday(handle, [])).some(({ id }) => id === organisationId);
}
