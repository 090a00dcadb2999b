import { sql } from 'kysely';
import type { ViewerContext } from '#access';
import { addRow, findRow, setRows } from '#db/table-rows.ts';
import { addDays, type Day } from '#kernel/days.ts';
import { newId } from '#kernel/ids.ts';
import type { LocalisedText } from '#kernel/localised.ts';
import type { TargetGroupCode } from '#kernel/target-groups.ts';
import type { ProductionMode, ServiceChannel, ServiceRole } from '../domain/codes.ts';
import type { Service, ServiceGroup } from '../domain/services.ts';

/** What a version says; who gives the service and where stand beside it. */
export type ServiceWords = Pick<
  Service,
  'names' | 'summary' | 'groups' | 'targetGroups' | 'production' | 'source'
>;

/** The services in force on a day as they were on it, by Finnish name; one of them when an id is given. */
export async function servicesOn(context: ViewerContext, day: Day, serviceId?: string): Promise<Service[]> {
  const { rows } = await sql<{
    id: string;
    names: LocalisedText;
    summary: LocalisedText;
    groups: ServiceGroup[];
    target_groups: TargetGroupCode[];
    production: ProductionMode;
    source: string | null;
    providers: { organisationId: string; role: ServiceRole }[];
    places: { municipalityCode: string; channel: ServiceChannel }[];
  }>`
    select s.id, v.names, v.summary, v.groups, v.target_groups, v.production, v.source,
           coalesce((select jsonb_agg(distinct jsonb_build_object('organisationId', r.organisation_id, 'role', r.role))
             from networks.service_role r where r.service_id = s.id
              and ${day}::date between r.valid_from and coalesce(r.valid_to, 'infinity')), '[]') as providers,
           coalesce((select jsonb_agg(distinct jsonb_build_object('municipalityCode', p.municipality_code, 'channel', p.channel))
             from networks.service_place p where p.service_id = s.id
              and ${day}::date between p.valid_from and coalesce(p.valid_to, 'infinity')), '[]') as places
      from networks.service s
      join lateral (select * from networks.service_version v where v.service_id = s.id and v.valid_from <= ${day}::date
                    order by v.valid_from desc, v.recorded_at desc, v.id desc limit 1) v on true
     where ${day}::date between s.valid_from and coalesce(s.valid_to, 'infinity')
       and (${serviceId ?? null}::uuid is null or s.id = ${serviceId ?? null}::uuid)
     order by v.names->>'fi', s.id`.execute(context.db);
  return rows.map(({ id, target_groups, source, ...row }) => ({
    serviceId: id,
    targetGroups: target_groups,
    ...row,
    source: source ?? undefined,
  }));
}

export interface ServiceLife {
  serviceId: string;
  validFrom: Day;
  validTo: Day | undefined;
}

/** When a service began and ends, or undefined when there is none such. */
export async function findService(
  context: ViewerContext,
  serviceId: string,
): Promise<ServiceLife | undefined> {
  const row = await findRow(context.db, 'networks.service', serviceId, ['valid_from', 'valid_to']);
  return row && { serviceId, validFrom: row.valid_from, validTo: row.valid_to ?? undefined };
}

/** Everything that was ever recorded of a service: its words, those who gave it and where, the latest first. */
export async function historyOf(context: ViewerContext, serviceId: string) {
  const versions = await context.db
    .selectFrom('networks.service_version as v')
    .leftJoin('access.account as a', 'a.id', 'v.recorded_by')
    .select([
      'v.id',
      'v.valid_from',
      'v.names',
      'v.summary',
      'v.groups',
      'v.target_groups',
      'v.production',
      'v.source',
      'v.recorded_at',
      'a.name as by',
    ])
    .where('v.service_id', '=', serviceId)
    .orderBy('v.valid_from', 'desc')
    .orderBy('v.recorded_at', 'desc')
    .orderBy('v.id', 'desc')
    .execute();
  const roles = await context.db
    .selectFrom('networks.service_role')
    .select(['id', 'organisation_id', 'role', 'valid_from', 'valid_to'])
    .where('service_id', '=', serviceId)
    .orderBy('valid_from', 'desc')
    .orderBy('id')
    .execute();
  const places = await context.db
    .selectFrom('networks.service_place')
    .select(['municipality_code', 'channel', 'valid_from', 'valid_to'])
    .where('service_id', '=', serviceId)
    .where('valid_to', 'is not', null)
    .orderBy('valid_to', 'desc')
    .orderBy('municipality_code')
    .execute();
  return {
    versions: versions.map((row) => ({
      versionId: row.id,
      validFrom: row.valid_from,
      names: row.names as LocalisedText,
      summary: row.summary as LocalisedText,
      groups: row.groups as ServiceGroup[],
      targetGroups: row.target_groups as TargetGroupCode[],
      production: row.production as ProductionMode,
      source: row.source ?? undefined,
      recordedAt: row.recorded_at,
      recordedBy: row.by ?? undefined,
    })),
    roles: roles.map((row) => ({
      roleId: row.id,
      organisationId: row.organisation_id,
      role: row.role as ServiceRole,
      validFrom: row.valid_from,
      validTo: row.valid_to ?? undefined,
    })),
    endedPlaces: places.map((row) => ({
      municipalityCode: row.municipality_code,
      channel: row.channel as ServiceChannel,
      validFrom: row.valid_from,
      validTo: row.valid_to!,
    })),
  };
}

/** Starts a service; its words come as a version of the same day. */
export async function addService(context: ViewerContext, validFrom: Day): Promise<string> {
  return addRow(context.db, 'networks.service', { valid_from: validFrom });
}

/** Records what the service is from a day on; earlier versions stay. */
export async function addVersion(
  context: ViewerContext,
  serviceId: string,
  validFrom: Day,
  words: ServiceWords,
): Promise<void> {
  await addRow(context.db, 'networks.service_version', {
    service_id: serviceId,
    valid_from: validFrom,
    names: JSON.stringify(words.names),
    summary: JSON.stringify(words.summary),
    groups: [...words.groups],
    target_groups: [...words.targetGroups],
    production: words.production,
    source: words.source ?? null,
    recorded_at: context.now.toISOString(),
    recorded_by: context.viewer.accountId ?? null,
  });
}

/** Ends a service: the day is its last. Rows of its providers and places end with it by being read through it. */
export async function endService(context: ViewerContext, serviceId: string, lastDay: Day): Promise<void> {
  await setRows(context.db, 'networks.service', serviceId, { valid_to: lastDay });
}

export async function addRole(
  context: ViewerContext,
  role: { serviceId: string; organisationId: string; role: ServiceRole; validFrom: Day },
): Promise<string> {
  return addRow(context.db, 'networks.service_role', {
    service_id: role.serviceId,
    organisation_id: role.organisationId,
    role: role.role,
    valid_from: role.validFrom,
  });
}

/** Ends a role that has not ended; false when there is none such. */
export async function endRole(
  context: ViewerContext,
  serviceId: string,
  roleId: string,
  lastDay: Day,
): Promise<boolean> {
  const ended = await context.db
    .updateTable('networks.service_role')
    .set({ valid_to: sql<Day>`greatest(${lastDay}::date, valid_from - 1)` })
    .where('id', '=', roleId)
    .where('service_id', '=', serviceId)
    .where('valid_to', 'is', null)
    .executeTakeFirst();
  return ended.numUpdatedRows > 0n;
}

/** Where and how the service is given from a day on: what is left out ends the day before, what is new begins. */
export async function setPlaces(
  context: ViewerContext,
  serviceId: string,
  from: Day,
  wanted: Service['places'],
): Promise<void> {
  const open = await context.db
    .selectFrom('networks.service_place')
    .select(['id', 'municipality_code', 'channel'])
    .where('service_id', '=', serviceId)
    .where('valid_to', 'is', null)
    .execute();
  const key = (place: { municipalityCode: string; channel: string }) =>
    `${place.municipalityCode} ${place.channel}`;
  const known = new Map(
    open.map((row) => [key({ municipalityCode: row.municipality_code, channel: row.channel }), row.id]),
  );
  const keys = new Set(wanted.map(key));
  const gone = [...known].filter(([place]) => !keys.has(place)).map(([, id]) => id);
  if (gone.length > 0)
    await context.db
      .updateTable('networks.service_place')
      .set({ valid_to: sql<Day>`greatest(${addDays(from, -1)}::date, valid_from - 1)` })
      .where('id', 'in', gone)
      .execute();
  const fresh = wanted.filter(
    (place, at) => !known.has(key(place)) && wanted.findIndex((item) => key(item) === key(place)) === at,
  );
  if (fresh.length > 0)
    await context.db
      .insertInto('networks.service_place')
      .values(
        fresh.map((place) => ({
          id: newId(),
          service_id: serviceId,
          municipality_code: place.municipalityCode,
          channel: place.channel,
          valid_from: from,
        })),
      )
      .execute();
}
