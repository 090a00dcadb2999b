import { z } from 'zod';
import { anybody } from '#access';
import { ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { servedMunicipalities } from '../db/served.db.ts';
import { servicesOn } from '../db/services.db.ts';
import { coverageGaps, serviceGroupCodes } from '../domain/services.ts';
import { noPersonalData } from '../policies.ts';
import { groupName } from './services-like.ts';

/** Where services of today are not given on site: each pair of a service and a municipality (requirements NET-13). */
export const serviceGaps = defineUseCase({
  name: 'networks.service-gaps',
  purpose: 'public-information',
  input: z.object({
    municipalityCode: z.string().max(3).optional(),
    group: z.enum(serviceGroupCodes).optional(),
  }),
  policy: anybody,
  audit: noPersonalData,
  refusals: [],
  async run(context, { municipalityCode, group }) {
    const { language } = context.viewer;
    const municipalities = await servedMunicipalities(context, context.today);
    const all = (await servicesOn(context, context.today)).filter(
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
