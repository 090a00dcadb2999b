import type { ViewerContext } from '#access';
import { addRow } from '#db/table-rows.ts';
import type { Day } from '#kernel/days.ts';
import type { LocalisedText } from '#kernel/localised.ts';
import type { OrganisationKind } from '../domain/kinds.ts';

/** Names of organisations by id, also of those that have ended; an unknown id is absent. */
export async function organisationNames(
  context: ViewerContext,
  ids: readonly string[],
): Promise<Map<string, LocalisedText>> {
  if (ids.length === 0) return new Map();
  const rows = await context.db
    .selectFrom('networks.organisation')
    .select(['id', 'names'])
    .where('id', 'in', [...new Set(ids)])
    .execute();
  return new Map(rows.map((row) => [row.id, row.names as LocalisedText]));
}

export interface Organisation {
  id: string;
  kind: OrganisationKind;
  names: LocalisedText;
  municipalityCode?: string;
}

/** Organisations that exist today, by kind and Finnish name. */
export async function organisationsToday(
  context: ViewerContext,
  kinds: readonly OrganisationKind[],
): Promise<Organisation[]> {
  const { today } = context;
  let query = context.db
    .selectFrom('networks.organisation')
    .select(['id', 'kind', 'names', 'municipality_code'])
    .where((is) => is.or([is('valid_from', 'is', null), is('valid_from', '<=', today)]))
    .where((is) => is.or([is('valid_to', 'is', null), is('valid_to', '>=', today)]));
  if (kinds.length > 0) query = query.where('kind', 'in', [...kinds]);
  const rows = await query.orderBy('kind').orderBy('id').execute();
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind as OrganisationKind,
    names: row.names as LocalisedText,
    ...(row.municipality_code === null ? {} : { municipalityCode: row.municipality_code }),
  }));
}

export interface DatedOrganisation {
  id: string;
  kind: OrganisationKind;
  names: LocalisedText;
  validTo: Day | undefined;
  successorId: string | undefined;
}

/** Every organisation that is or was, with the one that followed it. */
export async function organisationsOfAllTimes(context: ViewerContext): Promise<DatedOrganisation[]> {
  const rows = await context.db
    .selectFrom('networks.organisation')
    .select(['id', 'kind', 'names', 'valid_to', 'successor_id'])
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind as OrganisationKind,
    names: row.names as LocalisedText,
    validTo: row.valid_to ?? undefined,
    successorId: row.successor_id ?? undefined,
  }));
}

/** Adds an organisation that the house itself needs (a programme's keeper in a network that nobody has entered yet). */
export async function addOrganisation(
  context: ViewerContext,
  organisation: { kind: OrganisationKind; names: LocalisedText },
): Promise<string> {
  return addRow(context.db, 'networks.organisation', {
    kind: organisation.kind,
    names: JSON.stringify(organisation.names),
  });
}
