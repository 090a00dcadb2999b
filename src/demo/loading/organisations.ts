import { formatUuidv7 } from '#kernel/ids.ts';
import { createRandom } from '#kernel/random.ts';
import type { DemonstrationArea } from '../shapes.ts';
import { type Db, insert, json } from './insert.ts';

/** Organisations, the area, and everybody's account with its role. */
export async function loadOrganisations(db: Db, area: DemonstrationArea): Promise<void> {
  await insert(
    db,
    'networks.organisation',
    area.organisations.map((one) => ({
      id: one.id,
      kind: one.kind,
      names: json(one.name),
      municipality_code: one.municipality ?? null,
      valid_from: one.validFrom ?? null,
      valid_to: one.validTo ?? null,
    })),
  );
  for (const one of area.organisations) {
    if (one.successorId) {
      await db
        .updateTable('networks.organisation')
        .set({ successor_id: one.successorId })
        .where('id', '=', one.id)
        .execute();
    }
  }
  await insert(
    db,
    'networks.serves',
    area.organisations.flatMap((one) =>
      one.serves.map((municipality_code) => ({
        organisation_id: one.id,
        municipality_code,
        valid_from: one.validFrom ?? '1900-01-01',
        valid_to: one.validTo ?? null,
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
