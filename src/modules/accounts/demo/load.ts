import { type Db, insert } from '#demo/insert.ts';
import type { DemonstrationArea } from '#demo/shapes.ts';
import { organisationId, userOf } from '#demo/users.ts';
import { addDays, type Day } from '#kernel/days.ts';
import { formatUuidv7 } from '#kernel/ids.ts';
import { createRandom } from '#kernel/random.ts';

/** Accounts that the people of the story leave out: without a role, closed, unused, and one with a proposal that waits. */
export async function loadAccounts(db: Db, area: DemonstrationArea): Promise<void> {
  const random = createRandom(area.seed).fork('accounts');
  const on = (days: number): Day => addDays(area.today, -days);
  const at = (days: number) => `${on(days)}T07:00:00Z`;
  const newId = (days: number, place: number) => formatUuidv7(Date.parse(on(days)), place, random.bytes(8));
  const administrator = userOf(area.users, 'access-admin').id;
  const services = organisationId(area.organisations, 'employment-services');
  const mikkeli = organisationId(area.organisations, 'mikkeli');

  for (const [place, user] of area.users.entries())
    await db
      .updateTable('access.account')
      .set({ opened_at: `${user.validFrom}T07:00:00Z`, signed_in_at: at(place % 14) })
      .where('id', '=', user.id)
      .execute();

  const opened = (place: number, name: string, days: number, more: object = {}) => ({
    id: newId(days, place),
    name,
    language: 'fi',
    sign_in_email: `${name.toLowerCase().replaceAll(' ', '.').replaceAll('ä', 'a').replaceAll('ö', 'o')}@polku.example`,
    opened_at: at(days),
    opened_by: administrator,
    signed_in_at: null as string | null,
    disabled_at: null as string | null,
    closed_by: null as string | null,
    closed_because: null as string | null,
    ...more,
  });
  const fresh = opened(1, 'Kaisa Uusikylä', 3);
  const unused = opened(2, 'Pentti Hiljanen', 200, { signed_in_at: at(150) });
  const closed = opened(3, 'Ritva Lähtölä', 300, {
    signed_in_at: at(60),
    disabled_at: at(40),
    closed_by: administrator,
    closed_because: 'Työsuhde päättyi',
  });
  const proposed = opened(4, 'Eino Varavalvoja', 5);
  await insert(db, 'access.account', [fresh, unused, closed, proposed]);
  const held = (place: number, account: { readonly id: string }, days: number, more: object = {}) => ({
    id: newId(days, 10 + place),
    account_id: account.id,
    role: 'expert',
    organisation_id: services,
    valid_from: on(days),
    valid_to: null as Day | null,
    granted_by: administrator,
    granted_at: at(days),
    ended_at: null as string | null,
    ended_by: null as string | null,
    ended_because: null as string | null,
    ...more,
  });
  await insert(db, 'access.role_assignment', [
    held(1, unused, 200),
    held(2, closed, 300, {
      valid_to: on(41),
      ended_at: at(40),
      ended_by: administrator,
      ended_because: 'Työsuhde päättyi',
    }),
  ]);
  await insert(db, 'access.role_proposal', [
    {
      id: newId(4, 21),
      account_id: proposed.id,
      role: 'dpo',
      organisation_id: mikkeli,
      valid_from: area.today,
      valid_to: null,
      reason: 'Tietosuojavastaavan sijainen loman ajaksi',
      proposed_by: administrator,
      proposed_at: at(4),
    },
  ]);
  await insert(db, 'networks.contact_person', [
    {
      id: newId(30, 31),
      organisation_id: services,
      name: 'Marja-Leena Koskivaara',
      task: 'työllisyysjohtaja',
      phone: null,
      email: 'marja-leena.koskivaara@polku.example',
      valid_from: on(30),
      valid_to: null,
      noted_by: administrator,
    },
  ]);
}
