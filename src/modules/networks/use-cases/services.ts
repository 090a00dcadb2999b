import { z } from 'zod';
import { anybody, type Handle } from '#access';
import { Day } from '#kernel/days.ts';
import { Id } from '#kernel/ids.ts';
import { compareTexts, inLanguage, type Language, languages, missingLanguages } from '#kernel/localised.ts';
import { err, ok } from '#kernel/result.ts';
import { targetGroupCodes } from '#kernel/target-groups.ts';
import { defineUseCase } from '#use-case';
import { organisationNames, organisationsToday } from '../db/organisations.db.ts';
import { findService, historyOf, servedMunicipalities, servicesOn } from '../db/services.db.ts';
import { findsWords } from '../domain/search.ts';
import {
  coverageGaps,
  type Service,
  serviceGroupCodes,
  serviceGroups,
  servicesLike,
  uncoveredWithout,
  withoutResponsible,
} from '../domain/services.ts';
import { keepsServices, keepsWords, nobody } from '../policies.ts';

const groupName = (code: Service['groups'][number], language: Language) => serviceGroups[code][language];

/** All the words by which a service may be looked for, in every language. */
function wordsOf(
  service: Service,
  names: Map<string, Partial<Record<Language, string | undefined>>>,
): string {
  const texts = [
    service.names,
    service.summary,
    ...service.groups.map((code) => serviceGroups[code]),
    ...service.providers.map(({ organisationId }) => names.get(organisationId) ?? {}),
  ];
  return texts.flatMap((text) => languages.map((language) => text[language] ?? '')).join(' ');
}

/**
 * The catalogue of a day: found by words (a slip is forgiven), group, municipality, target group and provider; and which
 * services nobody answers for (requirements NET-01, NET-10, NET-12).
 */
export const services = defineUseCase({
  name: 'networks.services',
  purpose: 'public-information',
  input: z.object({
    search: z.string().trim().max(100).default(''),
    group: z.enum(serviceGroupCodes).optional(),
    targetGroup: z.enum(targetGroupCodes).optional(),
    municipalityCode: z.string().max(3).optional(),
    organisationId: Id.optional(),
    on: Day.optional(),
  }),
  policy: anybody,
  audit: nobody,
  refusals: [],
  async run(handle, { search, group, targetGroup, municipalityCode, organisationId, on = handle.today }) {
    const { language } = handle.viewer;
    const all = await servicesOn(handle, on);
    const names = await namesOfProviders(handle, all);
    const found = all
      .filter((service) => group === undefined || service.groups.includes(group))
      .filter((service) => targetGroup === undefined || service.targetGroups.includes(targetGroup))
      .filter(
        ({ places }) =>
          municipalityCode === undefined ||
          places.some((place) => place.municipalityCode === municipalityCode),
      )
      .filter(
        ({ providers }) =>
          organisationId === undefined || providers.some((one) => one.organisationId === organisationId),
      )
      .filter((service) => search === '' || findsWords(wordsOf(service, names), search));
    const compare = compareTexts(language);
    return ok({
      services: found
        .map((service) => ({
          ...service,
          name: inLanguage(service.names, language).text,
          groupNames: service.groups.map((code) => groupName(code, language)),
          providers: service.providers.map((one) => ({ ...one, names: names.get(one.organisationId) ?? {} })),
        }))
        .sort((a, b) => compare(a.name, b.name)),
      on,
      total: all.length,
      /** How many services each target group has (requirements NET-12). */
      perTargetGroup: targetGroupCodes.map((code) => ({
        code,
        services: all.filter((service) => service.targetGroups.includes(code)).length,
      })),
      unanswered: withoutResponsible(all).map(({ serviceId, names: own }) => ({ serviceId, names: own })),
      /** What the lists of choice hold. */
      groups: serviceGroupCodes.map((code) => ({ code, name: groupName(code, language) })),
      providers: [...names]
        .map(([id, text]) => ({ organisationId: id, name: inLanguage(text, language).text }))
        .sort((a, b) => compare(a.name, b.name)),
      municipalities: await servedMunicipalities(handle, on),
      actions: { add: (await keepsServices(handle, undefined)).permit },
    });
  },
});

async function namesOfProviders(handle: Handle, all: readonly Service[]) {
  return organisationNames(
    handle,
    all.flatMap(({ providers }) => providers.map(({ organisationId }) => organisationId)),
  );
}

/** One service as it is on a day (today when none is said), and all that it has been. */
export const openService = defineUseCase({
  name: 'networks.open-service',
  purpose: 'public-information',
  input: z.object({ serviceId: Id, on: Day.optional() }),
  policy: anybody,
  audit: nobody,
  refusals: ['service-not-found'],
  async run(handle, { serviceId, on = handle.today }) {
    const life = await findService(handle, serviceId);
    if (!life) return err({ code: 'service-not-found' });
    const { language } = handle.viewer;
    const history = await historyOf(handle, serviceId);
    const service =
      (await servicesOn(handle, on, serviceId))[0] ??
      // Ended, or not begun: as it was last, or will be first.
      (
        await servicesOn(
          handle,
          life.validTo !== undefined && life.validTo < on ? life.validTo : life.validFrom,
          serviceId,
        )
      )[0];
    if (!service) return err({ code: 'service-not-found' });
    const names = await organisationNames(
      handle,
      history.roles.map(({ organisationId }) => organisationId),
    );
    const keeps = (await keepsServices(handle, undefined)).permit;
    return ok({
      service,
      life,
      on,
      groupNames: service.groups.map((code) => groupName(code, language)),
      lacks: missingLanguages(service.names),
      roles: history.roles.map((one) => ({ ...one, names: names.get(one.organisationId) ?? {} })),
      versions: history.versions,
      endedPlaces: history.endedPlaces,
      municipalities: await servedMunicipalities(handle, handle.today),
      groups: serviceGroupCodes.map((code) => ({ code, name: groupName(code, language) })),
      /** Without this organisation nobody would answer for the service (requirements NET-01). */
      restsOn: service.providers
        .filter(
          ({ role, organisationId }) =>
            role === 'responsible' && uncoveredWithout([service], [organisationId]).length > 0,
        )
        .map(({ organisationId }) => names.get(organisationId) ?? {}),
      organisations: keeps
        ? (await organisationsToday(handle, [])).map((one) => ({ organisationId: one.id, names: one.names }))
        : [],
      actions: { change: keeps, word: (await keepsWords(handle, { serviceId })).permit },
    });
  },
});

/** Where services of today are not given on site: each pair of a service and a municipality (requirements NET-13). */
export const serviceGaps = defineUseCase({
  name: 'networks.service-gaps',
  purpose: 'public-information',
  input: z.object({
    municipalityCode: z.string().max(3).optional(),
    group: z.enum(serviceGroupCodes).optional(),
  }),
  policy: anybody,
  audit: nobody,
  refusals: [],
  async run(handle, { municipalityCode, group }) {
    const { language } = handle.viewer;
    const municipalities = await servedMunicipalities(handle, handle.today);
    const all = (await servicesOn(handle, handle.today)).filter(
      (service) => group === undefined || service.groups.includes(group),
    );
    const gaps = coverageGaps(all, municipalities);
    const named = new Map(all.map((service) => [service.serviceId, service.names]));
    return ok({
      gaps: gaps
        .filter((gap) => municipalityCode === undefined || gap.municipalityCode === municipalityCode)
        .map((gap) => ({ ...gap, names: named.get(gap.serviceId) ?? {} })),
      perMunicipality: municipalities.map((code) => {
        const own = gaps.filter((gap) => gap.municipalityCode === code);
        return {
          municipalityCode: code,
          onSite: all.length - own.length,
          otherwise: own.filter(({ otherChannels }) => otherChannels.length > 0).length,
          notAtAll: own.filter(({ otherChannels }) => otherChannels.length === 0).length,
        };
      }),
      services: all.length,
      groups: serviceGroupCodes.map((code) => ({ code, name: groupName(code, language) })),
    });
  },
});

/** Services of today for the same group and area as something planned elsewhere (requirements FND-01, NET-25). */
export async function findServicesLike(
  handle: Handle,
  planned: { readonly targetGroups: readonly string[]; readonly municipalities: readonly string[] },
): Promise<Service[]> {
  return servicesLike(await servicesOn(handle, handle.today), planned);
}

/** Is there such a service, now or once? */
export async function isService(handle: Handle, serviceId: string): Promise<boolean> {
  return (await findService(handle, serviceId)) !== undefined;
}
