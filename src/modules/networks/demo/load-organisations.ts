import { type Db, insert, json } from '#demo/insert.ts';
import type { DemonstrationArea } from '#demo/shapes.ts';
import { formatUuidv7 } from '#kernel/ids.ts';
import { createRandom } from '#kernel/random.ts';

/** Organisations, the area, and everybody's account with its role. */
export async function loadOrganisations(db: Db, area: DemonstrationArea): Promise<void> {
  await insert(
    db,
    'networks.organisation',
    area.organisations.map((organisation) => ({
      id: organisation.id,
      kind: organisation.kind,
      names: json(organisation.name),
      municipality_code: organisation.municipality ?? null,
      valid_from: organisation.validFrom ?? null,
      valid_to: organisation.validTo ?? null,
    })),
  );
  for (const row of area.organisations) {
    if (row.successorId) {
      await db
        .updateTable('networks.organisation')
        .set({ successor_id: row.successorId })
        .where('id', '=', row.id)
        .execute();
    }
  }
  await insert(
    db,
    'networks.serves',
    area.organisations.flatMap((organisation) =>
      organisation.serves.map((municipality_code) => ({
        organisation_id: organisation.id,
        municipality_code,
        valid_from: organisation.validFrom ?? '1900-01-01',
        valid_to: organisation.validTo ?? null,
      })),
    ),
  );
  const areaId = formatUuidv7(Date.parse(area.today), 1, createRandom(area.seed).fork('area').bytes(8));
  await insert(db, 'areas.area', [
    {
      id: areaId,
      names: json({ fi: 'Mikkelin seutu', sv: 'S:t Michel regionen', en: 'Mikkeli region' }),
      kind: 'pilot-area',
      valid_from: '2025-01-01',
    },
  ]);
  await insert(
    db,
    'areas.member',
    area.municipalities.map((municipality_code) => ({
      area_id: areaId,
      municipality_code,
      valid_from: '2025-01-01',
    })),
  );
  await insert(
    db,
    'access.account',
    area.users.map((user) => ({
      id: user.id,
      subject: user.key,
      name: user.name,
      language: user.language,
      email: user.email,
      description: user.persona ? json(user.persona) : null,
    })),
  );
  await insert(
    db,
    'access.role_assignment',
    area.users.map((user) => ({
      id: user.id,
      account_id: user.id,
      role: user.role,
      organisation_id: user.organisationId ?? null,
      company_id: user.companyId ?? null,
      client_id: user.clientId ?? null,
      valid_from: user.validFrom,
    })),
  );
}
