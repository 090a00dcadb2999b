import { z } from 'zod';
import { anybody } from '#access';
import { Day } from '#kernel/days.ts';
import { Id } from '#kernel/ids.ts';
import { missingLanguages } from '#kernel/localised.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { organisationNames, organisationsToday } from '../db/organisations.db.ts';
import { servedMunicipalities } from '../db/served.db.ts';
import { findService, historyOf, servicesOn } from '../db/services.db.ts';
import { serviceGroupCodes, uncoveredWithout } from '../domain/services.ts';
import { noPersonalData, writesServices, writesWords } from '../policies.ts';
import { groupName } from './services-like.ts';

/** One service as it is on a day (today when none is said), and all that it has been. */
export const openService = defineUseCase({
  name: 'networks.open-service',
  purpose: 'public-information',
  input: z.object({ serviceId: Id, on: Day.optional() }),
  policy: anybody,
  audit: noPersonalData,
  refusals: ['service-not-found'],
  async run(context, { serviceId, on = context.today }) {
    const life = await findService(context, serviceId);
    if (!life) return err({ code: 'service-not-found' });
    const { language } = context.viewer;
    const history = await historyOf(context, serviceId);
    const service =
      (await servicesOn(context, on, serviceId))[0] ??
      // Ended, or not begun: as it was last, or will be first.
      (
        await servicesOn(
          context,
          life.validTo !== undefined && life.validTo < on ? life.validTo : life.validFrom,
          serviceId,
        )
      )[0];
    if (!service) return err({ code: 'service-not-found' });
    const names = await organisationNames(
      context,
      history.roles.map(({ organisationId }) => organisationId),
    );
    const writes = (await writesServices(context, undefined)).permit;
    return ok({
      service,
      life,
      on,
      groupNames: service.groups.map((code) => groupName(code, language)),
      lacks: missingLanguages(service.names),
      roles: history.roles.map((row) => ({ ...row, names: names.get(row.organisationId) ?? {} })),
      versions: history.versions,
      endedPlaces: history.endedPlaces,
      municipalities: await servedMunicipalities(context, context.today),
      groups: serviceGroupCodes.map((code) => ({ code, name: groupName(code, language) })),
      /** Without this organisation nobody would answer for the service (requirements NET-01). */
      restsOn: service.providers
        .filter(
          ({ role, organisationId }) =>
            role === 'responsible' && uncoveredWithout([service], [organisationId]).length > 0,
        )
        .map(({ organisationId }) => names.get(organisationId) ?? {}),
      organisations: writes
        ? (await organisationsToday(context, [])).map((organisation) => ({
            organisationId: organisation.id,
            names: organisation.names,
          }))
        : [],
      actions: { change: writes, word: (await writesWords(context, { serviceId })).permit },
    });
  },
});
