import { type Db, insert, json } from '#demo/insert.ts';
import { foundingDay } from '#demo/making.ts';
import type { DemonstrationArea } from '#demo/shapes.ts';
import { organisationId } from '#demo/users.ts';
import { formatUuidv7 } from '#kernel/ids.ts';
import { createRandom } from '#kernel/random.ts';
import { type ServiceOutline, serviceOutlines } from './words/services.ts';

/** The last day on which the municipal trial gave services (Act 383/2023). */
const trialEnded = '2024-12-31';

/** The catalogue of services of the area. Its ids are the same every day, so that a link to a service stays. */
export async function loadServices(db: Db, area: DemonstrationArea): Promise<void> {
  const random = createRandom(area.seed).fork('services');
  let sequence = 0;
  const id = () => {
    sequence = (sequence + 1) % 4096;
    return formatUuidv7(Date.parse(`${foundingDay}T10:00:00Z`), sequence, random.bytes(8));
  };
  const idOf = (key: string) => organisationId(area.organisations, key);
  const beganOf = (key: string) => {
    const began = area.organisations.find((organisation) => organisation.key === key)?.validFrom;
    return began !== undefined && began > foundingDay ? began : foundingDay;
  };
  const services = serviceOutlines.map((outline) => ({ id: id(), outline, from: beginning(outline) }));
  await insert(
    db,
    'networks.service',
    services.map((service) => ({ id: service.id, valid_from: service.from })),
  );
  await insert(
    db,
    'networks.service_version',
    services.map(({ id: service_id, outline, from }) => ({
      id: id(),
      service_id,
      valid_from: from,
      names: json(outline.names),
      summary: json(outline.summary),
      groups: [...outline.groups],
      target_groups: [...outline.targetGroups],
      production: outline.production,
      source: outline.source === 'invented' ? null : outline.source,
      recorded_at: `${from}T08:00:00.000Z`,
    })),
  );
  await insert(
    db,
    'networks.service_role',
    services.flatMap(({ id: service_id, outline }) => {
      const role = (key: string, part: 'responsible' | 'takes-part') => ({
        id: id(),
        service_id,
        organisation_id: idOf(key),
        role: part,
        valid_from: beganOf(key),
        valid_to: null as string | null,
      });
      return [
        ...(outline.fromTrial
          ? [{ ...role('municipal-trial', 'responsible'), valid_from: trialBegan, valid_to: trialEnded }]
          : []),
        ...outline.responsible.map((key) => role(key, 'responsible')),
        ...(outline.takesPart ?? []).map((key) => role(key, 'takes-part')),
      ];
    }),
  );
  await insert(
    db,
    'networks.service_place',
    services.flatMap(({ id: service_id, outline, from }) => {
      const channels = { 'on-site': outline.onSite, phone: outline.phone, remote: outline.remote };
      return Object.entries(channels).flatMap(([channel, codes]) =>
        (codes ?? []).map((municipality_code) => ({
          id: id(),
          service_id,
          municipality_code,
          channel,
          valid_from: from,
        })),
      );
    }),
  );
}

/** The municipal trials on employment began on 1.3.2021 (Act 1269/2020). */
const trialBegan = '2021-03-01';

function beginning(outline: ServiceOutline): string {
  return outline.fromTrial ? trialBegan : foundingDay;
}
