import type { LocalisedText } from '#kernel/localised.ts';
import type { TargetGroupCode } from '#kernel/target-groups.ts';
import { type ProductionMode, type ServiceChannel, type ServiceRole, serviceChannels } from './codes.ts';

/** How the services of an area are grouped, with the words by which people look for them (requirements NET-08 to NET-11). */
export const serviceGroups = {
  'job-search': {
    fi: 'Työnhaku ja ohjaus',
    sv: 'Jobbsökning och handledning',
    en: 'Job search and guidance',
  },
  workplace: {
    fi: 'Työpaikalla: työkokeilu ja palkkatuki',
    sv: 'På arbetsplatsen: arbetsprövning och lönesubvention',
    en: 'At a workplace: work trial and wage subsidy',
  },
  training: {
    fi: 'Koulutus ja osaaminen',
    sv: 'Utbildning och kompetens',
    en: 'Training and skills',
  },
  youth: {
    fi: 'Nuoret, alle 30-vuotiaat',
    sv: 'Unga under 30 år',
    en: 'Young people under 30',
  },
  multi: {
    fi: 'Monialainen tuki ja kuntoutus',
    sv: 'Sektorsövergripande stöd och rehabilitering',
    en: 'Multi-professional support and rehabilitation',
  },
  integration: {
    fi: 'Kotoutuminen ja maahanmuutto',
    sv: 'Integration och invandring',
    en: 'Integration and immigration',
  },
  international: {
    fi: 'Kansainvälinen rekrytointi',
    sv: 'Internationell rekrytering',
    en: 'International recruitment',
  },
  entrepreneurship: {
    fi: 'Yrittäjäksi',
    sv: 'Till företagare',
    en: 'Becoming an entrepreneur',
  },
  business: {
    fi: 'Yritys- ja sijoittumispalvelut',
    sv: 'Företags- och etableringstjänster',
    en: 'Business and location services',
  },
} as const satisfies Record<string, { fi: string; sv: string; en: string }>;
export type ServiceGroup = keyof typeof serviceGroups;
export const serviceGroupCodes = Object.keys(serviceGroups) as [ServiceGroup, ...ServiceGroup[]];

/** What a service is on one day. */
export interface Service {
  readonly serviceId: string;
  readonly names: LocalisedText;
  readonly summary: LocalisedText;
  readonly groups: readonly ServiceGroup[];
  readonly targetGroups: readonly TargetGroupCode[];
  readonly production: ProductionMode;
  readonly source?: string | undefined;
  readonly providers: readonly { readonly organisationId: string; readonly role: ServiceRole }[];
  readonly places: readonly { readonly municipalityCode: string; readonly channel: ServiceChannel }[];
}

/** A service and a municipality where it is not given on site (requirements NET-13), with how it is reached otherwise. */
export interface CoverageGap {
  readonly serviceId: string;
  readonly municipalityCode: string;
  readonly otherChannels: readonly ServiceChannel[];
}

/** Every pair of a service and a municipality of the area without an on-site channel, in the order of both lists. */
export function coverageGaps(
  services: readonly Pick<Service, 'serviceId' | 'places'>[],
  municipalities: readonly string[],
): CoverageGap[] {
  return services.flatMap(({ serviceId, places }) =>
    municipalities.flatMap((municipalityCode) => {
      const here = places.filter((place) => place.municipalityCode === municipalityCode);
      if (here.some(({ channel }) => channel === 'on-site')) return [];
      const otherChannels = serviceChannels.filter((channel) =>
        here.some((place) => place.channel === channel),
      );
      return [{ serviceId, municipalityCode, otherChannels }];
    }),
  );
}

/** Services that nobody answers for (requirements NET-01). */
export function withoutResponsible<S extends Pick<Service, 'providers'>>(services: readonly S[]): S[] {
  return services.filter(({ providers }) => !providers.some(({ role }) => role === 'responsible'));
}

/** The services that would be left without a responsible actor if these organisations were gone (requirements NET-01). */
export function uncoveredWithout<S extends Pick<Service, 'providers'>>(
  services: readonly S[],
  gone: readonly string[],
): S[] {
  const responsible = (service: S) => service.providers.filter(({ role }) => role === 'responsible');
  return services.filter(
    (service) =>
      responsible(service).length > 0 &&
      responsible(service).every(({ organisationId }) => gone.includes(organisationId)),
  );
}

/** Services of the same group and area as something planned, those with most in common first (requirements FND-01, NET-25). */
export function servicesLike<S extends Service>(
  services: readonly S[],
  planned: { readonly targetGroups: readonly string[]; readonly municipalities: readonly string[] },
): S[] {
  const common = (own: readonly string[], theirs: readonly string[]) =>
    new Set(own.filter((text) => theirs.includes(text))).size;
  return services
    .map((service) => ({
      service,
      groups: common(service.targetGroups, planned.targetGroups),
      places: common(
        service.places.map(({ municipalityCode }) => municipalityCode),
        planned.municipalities,
      ),
    }))
    .filter(({ groups, places }) => places > 0 && (groups > 0 || planned.targetGroups.length === 0))
    .toSorted((a, b) => b.groups - a.groups || b.places - a.places)
    .map(({ service }) => service);
}
