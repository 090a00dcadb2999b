import { z } from 'zod';
import { anybody, type ViewerContext } from '#access';
import { Day } from '#kernel/days.ts';
import { Id } from '#kernel/ids.ts';
import { compareTexts } from '#kernel/letters.ts';
import { inLanguage, type Language, languages } from '#kernel/localised.ts';
import { ok } from '#kernel/result.ts';
import { targetGroupCodes } from '#kernel/target-groups.ts';
import { listInput, pageFromRows } from '#lists';
import { defineUseCase } from '#use-case';
import { organisationNames } from '../db/organisations.db.ts';
import { servedMunicipalities } from '../db/served.db.ts';
import { servicesOn } from '../db/services.db.ts';
import { serviceSorts } from '../domain/codes.ts';
import { type Service, serviceGroupCodes, serviceGroups, withoutResponsible } from '../domain/services.ts';
import { noPersonalData, writesServices } from '../policies.ts';
import { groupName } from './services-like.ts';

/** All the words by which a service may be looked for, in every language. */
function wordsOf(
  service: Service,
  names: Map<string, Partial<Record<Language, string | undefined>>>,
): (string | undefined)[] {
  const texts = [
    service.names,
    service.summary,
    ...service.groups.map((code) => serviceGroups[code]),
    ...service.providers.map(({ organisationId }) => names.get(organisationId) ?? {}),
  ];
  return texts.flatMap((text) => languages.map((language) => text[language]));
}

/**
 * The catalogue of a day: found by words, group, municipality, target group and provider; and which services nobody
 * answers for (requirements NET-01, NET-10, NET-12).
 */
export const services = defineUseCase({
  name: 'networks.services',
  purpose: 'public-information',
  input: listInput({
    sorts: serviceSorts,
    filters: {
      group: z.enum(serviceGroupCodes),
      target: z.enum(targetGroupCodes),
      place: z.string().max(3),
      provider: Id,
    },
  }).extend({ on: Day.optional() }),
  policy: anybody,
  audit: noPersonalData,
  refusals: ['invalid-cursor'],
  async run(context, asked) {
    const { on = context.today } = asked;
    const { language } = context.viewer;
    const all = await servicesOn(context, on);
    const names = await namesOfProviders(context, all);
    const page = pageFromRows(
      all.map((service) => ({
        ...service,
        name: inLanguage(service.names, language).text,
        groupNames: service.groups.map((code) => groupName(code, language)),
        providers: service.providers.map((provider) => ({
          ...provider,
          names: names.get(provider.organisationId) ?? {},
        })),
      })),
      {
        name: 'services',
        id: (service) => service.serviceId,
        sorts: {
          name: (service) => [service.name],
          group: (service) => [service.groupNames.join(' '), service.name],
        },
        sort: 'name',
        search: (service) => wordsOf(service, names),
        filters: {
          group: ({ groups }, codes) => groups.some((code) => codes.includes(code)),
          target: ({ targetGroups }, codes) => targetGroups.some((code) => codes.includes(code)),
          place: ({ places }, codes) => places.some((place) => codes.includes(place.municipalityCode)),
          provider: ({ providers }, ids) =>
            providers.some((provider) => ids.includes(provider.organisationId)),
        },
      },
      asked,
    );
    if (!page.ok) return page;
    return ok({
      ...page.value,
      on,
      /** Services of the whole catalogue. */
      all: all.length,
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
        .sort((a, b) => compareTexts(a.name, b.name)),
      municipalities: await servedMunicipalities(context, on),
      actions: { add: (await writesServices(context, undefined)).permit },
    });
  },
});

async function namesOfProviders(context: ViewerContext, all: readonly Service[]) {
  return organisationNames(
    context,
    all.flatMap(({ providers }) => providers.map(({ organisationId }) => organisationId)),
  );
}
